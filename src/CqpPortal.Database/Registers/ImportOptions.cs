namespace CqpPortal.Database.Registers;

/// <param name="Force">Take a drop that is older than the last one of its register and format.</param>
/// <param name="Date">Date of drops whose names hold none.</param>
public sealed record ImportOptions(bool Force = false, DateOnly? Date = null);
