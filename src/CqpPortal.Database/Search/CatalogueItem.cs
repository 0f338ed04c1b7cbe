using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>A certification as a list shows it.</summary>
public sealed record CatalogueItem
{
    public required int Id { get; init; }

    public required string Slug { get; init; }

    public required CertificationKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>The title with matched words between <see cref="Highlight.Start"/> and <see cref="Highlight.Stop"/>.</summary>
    public required string HighlightedTitle { get; init; }

    public string? LocalCode { get; init; }

    public required bool IsDemonstration { get; init; }

    public required IReadOnlyList<BranchName> Branches { get; init; }

    public required RecognitionOnDay Recognition { get; init; }

    /// <summary>All numbers, the one that counts today first.</summary>
    public required IReadOnlyList<RegistryNumber> Numbers { get; init; }

    /// <summary>Null where the VAE route is not told.</summary>
    public required bool? VaeRouteIsOpen { get; init; }

    public DateOnly? TransmittedOn { get; init; }

    public DateOnly? SuppressedOn { get; init; }

    /// <summary>Slug and title of the certification that replaces it, if any.</summary>
    public ReplacementLink? Replacement { get; init; }

    /// <summary>Where the words were found when not in the title.</summary>
    public MatchedPassage? Passage { get; init; }
}
