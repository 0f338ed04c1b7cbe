namespace CqpPortal.Domain.Certifications;

public enum SuccessionKind
{
    Renewal,
    Merge,
    Split,

    /// <summary>Replaced by a titre à finalité professionnelle: a certification of another nature.</summary>
    CqpToTfp,
}
