using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>The register contradicts what a committee wrote: the committee's word stays, and the difference is shown.</summary>
public sealed class Contradiction
{
    public int CertificationId { get; init; }

    public CertificationFact Fact { get; init; }

    public required string Ours { get; set; }

    public required string Theirs { get; set; }

    public required RegistryNumber Number { get; set; }

    public DateOnly DropDate { get; set; }
}
