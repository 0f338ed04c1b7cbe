using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Certifications;

/// <summary>
/// A link from a certification to what replaces it: another certification, or a fiche outside the catalogue such as a professional title.
/// The renewal of a registration within one certification is no succession: it is one more <see cref="Registration"/>.
/// </summary>
public sealed class Succession
{
    /// <exception cref="ArgumentException">Both or none of the two targets are given.</exception>
    public Succession(SuccessionKind kind, Certification? successor, RegistryNumber? externalNumber)
    {
        if ((successor is null) == (externalNumber is null))
            throw new ArgumentException("What replaces a certification is either another one of the catalogue or a fiche of a register.");
        Kind = kind;
        Successor = successor;
        ExternalNumber = externalNumber;
    }

    private Succession()
    {
    }

    public int Id { get; private set; }

    public SuccessionKind Kind { get; private set; }

    public Certification? Successor { get; private set; }

    public RegistryNumber? ExternalNumber { get; private set; }

    /// <summary>Title of the outside fiche, where known.</summary>
    public string? ExternalTitle { get; init; }

    public DateOnly? Since { get; init; }
}
