namespace CqpPortal.Domain.Certifications;

/// <summary>A dated decision of a CPNE on one of its certifications.</summary>
public sealed record CommitteeDecision(CommitteeDecisionKind Kind, string Committee, DateOnly DecidedOn);
