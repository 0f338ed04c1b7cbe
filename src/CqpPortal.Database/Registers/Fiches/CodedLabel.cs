namespace CqpPortal.Database.Registers.Fiches;

/// <summary>A code of a nomenclature with the label the export gives it; either may be missing.</summary>
public sealed record CodedLabel(string? Code, string? Label);
