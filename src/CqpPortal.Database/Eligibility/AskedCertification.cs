using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Eligibility;

/// <summary>What a typed code, slug or title names.</summary>
/// <param name="Code">As understood, well written: number, local code or slug.</param>
/// <param name="Number">The registration that is asked for; null when the code names the certification.</param>
/// <param name="Block">Code of the block, when the code is one.</param>
public sealed record AskedCertification(KnownCertification Certification, string Code, RegistryNumber? Number, string? Block)
{
    /// <summary>The facts, limited to the registration asked for.</summary>
    public CertificationFacts Facts => Certification.Facts with { Asked = Number };
}
