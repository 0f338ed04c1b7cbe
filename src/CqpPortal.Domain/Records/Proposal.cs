namespace CqpPortal.Domain.Records;

/// <summary>A dated step before the creation.</summary>
/// <param name="Committee">Key of the committee.</param>
public sealed record Proposal(ProposalKind Kind, string Committee, DateOnly Day);
