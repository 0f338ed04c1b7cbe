namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>A training provider, and what the register says of its authorisations for the fiche in question.</summary>
/// <param name="Siret">14 digits.</param>
/// <param name="Habilitations">Authorisations of that SIRET on that fiche; null where the fiche's partners are not known.</param>
public sealed record ProviderFacts(string Siret, IReadOnlyList<Habilitation>? Habilitations);
