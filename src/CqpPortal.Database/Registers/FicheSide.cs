namespace CqpPortal.Database.Registers;

/// <summary>What one format gave of a fiche, and when.</summary>
/// <param name="LastSeenOn">Date of the last drop that held it.</param>
/// <param name="ChangedOn">Date of the drop that last changed it.</param>
/// <param name="DisappearedOn">Date of the first drop that no longer held it; null while it is there.</param>
public sealed record FicheSide(RegisterFormat Format, DateOnly LastSeenOn, DateOnly ChangedOn, DateOnly? DisappearedOn);
