namespace CqpPortal.Domain.Certifications;

/// <summary>A dated decision of a CPNE on one of its certifications.</summary>
public sealed record CommitteeDecision
{
    public CommitteeDecision(CommitteeDecisionKind kind, string committee, DateOnly decidedOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(committee);
        Kind = kind;
        Committee = committee;
        DecidedOn = decidedOn;
    }

    public CommitteeDecisionKind Kind { get; private init; }

    /// <summary>Key of the <see cref="BranchCommittee"/>.</summary>
    public string Committee { get; private init; }

    public DateOnly DecidedOn { get; private init; }
}
