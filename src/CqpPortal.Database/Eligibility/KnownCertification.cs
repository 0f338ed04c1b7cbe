using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Eligibility;

/// <summary>A certification as the rules need it, with what answers say beside: names, what replaces it, the date of the data.</summary>
public sealed record KnownCertification
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required CertificationKind Kind { get; init; }

    public string? LocalCode { get; init; }

    public bool IsDemonstration { get; init; }

    public required CertificationFacts Facts { get; init; }

    /// <summary>Its owning branches, by name.</summary>
    public IReadOnlyList<KnownBranch> Branches { get; init; } = [];

    /// <summary>What replaces the certification as a whole: others of the catalogue, or fiches outside it.</summary>
    public IReadOnlyList<KnownSuccessor> Successors { get; init; } = [];

    /// <summary>As of which day its registrations are known.</summary>
    public required DateOnly DataDate { get; init; }
}

/// <param name="Opco">Usual name of the OPCO, where known.</param>
/// <param name="Committee">Acronym and name of its CPNE, where known.</param>
/// <param name="Email">Address of the CPNE, where known.</param>
public sealed record KnownBranch(Idcc Idcc, string Name, string? Opco, string? Committee, string? Email);

/// <param name="Slug">Null for a fiche outside the catalogue.</param>
/// <param name="Number">Its registration active last, or the fiche outside.</param>
public sealed record KnownSuccessor(string? Slug, string Title, RegistryNumber? Number, bool IsTitle);
