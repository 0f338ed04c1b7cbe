namespace CqpPortal.Database.Search;

public sealed record BranchName(string Idcc, string Name);
