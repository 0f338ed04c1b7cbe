namespace CqpPortal.Domain.Certifications;

public enum CommitteeDecisionKind
{
    Creation,
    Revision,
    RenewalRequest,
    Suppression,
    IpTransfer,
    Delegation,
}
