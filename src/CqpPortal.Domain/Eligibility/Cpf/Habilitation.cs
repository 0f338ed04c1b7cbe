using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Authorisation that a certifier gives a partner on one fiche.</summary>
/// <param name="MayTrain">To train, whether or not also to assess.</param>
/// <param name="State">As the register writes it: <c>Actif</c>, <c>Inactif</c>, <c>Supprimé</c>.</param>
/// <param name="Period">Days on which it is active, as far as known; null where it never was.</param>
public sealed record Habilitation(bool MayTrain, string State, ValidityPeriod? Period);
