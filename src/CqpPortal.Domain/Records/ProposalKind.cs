namespace CqpPortal.Domain.Records;

/// <summary>What comes before a committee's decision to create.</summary>
public enum ProposalKind
{
    Idea,
    Proposed,
    Refused,
}
