using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Certifications;

/// <summary>All that one page says of a certification.</summary>
public sealed record CertificationPage
{
    public required Certification Certification { get; init; }

    public required IReadOnlyList<Owner> Owners { get; init; }

    /// <summary>What replaces it, the latest first.</summary>
    public required IReadOnlyList<Related> Successors { get; init; }

    /// <summary>What it replaces.</summary>
    public required IReadOnlyList<Related> Predecessors { get; init; }

    /// <summary>Labels of its codes, in the order of their nomenclatures.</summary>
    public required IReadOnlyList<(ClassificationCode Code, string? Label)> Codes { get; init; }

    /// <summary>What the registers say otherwise than the committee did.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>Why fiches of the registers were taken for it, by number.</summary>
    public required IReadOnlyList<PromotionEvidence> Evidence { get; init; }

    /// <summary>Numbers that the exports no longer hold, with the day of the first export without them.</summary>
    public required IReadOnlyDictionary<RegistryNumber, DateOnly> Disappeared { get; init; }

    /// <summary>The last version that its committees published here; null while they have published none.</summary>
    public (int Number, DateTimeOffset PublishedAt)? Version { get; init; }

    public FrameworkSet Frameworks => new()
    {
        WorkSituations = Certification.WorkSituations,
        TargetJobs = Certification.TargetJobs,
        Activities = [.. Certification.Activities.OrderBy(activity => activity.Position)],
        Blocks = [.. Certification.Blocks.OrderBy(block => block.Position)],
        Assessments = [.. Certification.Assessments.OrderBy(assessment => assessment.Position)],
    };

    /// <returns>Null when no certification has that address.</returns>
    public static async Task<CertificationPage?> FindAsync(PortalDbContext database, string slug, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (slug.Contains('\0', StringComparison.Ordinal)) return null;
        var certification = await database.Certifications.AsNoTrackingWithIdentityResolution()
            .Include(entry => entry.Registrations)
            .Include(entry => entry.Activities)
            .Include(entry => entry.Assessments)
            .Include(entry => entry.Blocks).ThenInclude(block => block.Skills.OrderBy(skill => skill.Position)).ThenInclude(skill => skill.Activities)
            .Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Assessments)
            .FirstOrDefaultAsync(entry => entry.Slug == slug, cancellationToken);
        if (certification is null) return null;

        var idccs = certification.Branches.Select(owner => owner.Branch).ToList();
        var branches = await database.Branches.AsNoTracking().Where(branch => idccs.Contains(branch.Idcc)).ToDictionaryAsync(branch => branch.Idcc, cancellationToken);
        var keys = certification.Branches.Select(owner => owner.Committee).Distinct().ToList();
        var committees = await database.BranchCommittees.AsNoTracking().Where(committee => keys.Contains(committee.Key))
            .ToDictionaryAsync(committee => committee.Key, cancellationToken);
        var codes = certification.Codes.Select(code => code.Code).ToList();
        var labels = await database.Set<ReferenceData.ReferenceTerm>().AsNoTracking().Where(term => codes.Contains(term.Code))
            .ToDictionaryAsync(term => (term.Kind.ToString(), term.Code), term => term.Label, cancellationToken);
        var (successors, predecessors) = await RelatedAsync(database, certification.Id, cancellationToken);
        return new CertificationPage
        {
            Certification = certification,
            Owners =
            [
                .. certification.Branches.Select(owner => new Owner(owner, branches[owner.Branch].Name,
                    owner.Committee is null ? null : committees.GetValueOrDefault(owner.Committee), branches[owner.Branch].Opco)).OrderBy(owner => owner.BranchName, StringComparer.CurrentCulture),
            ],
            Contradictions = await database.Set<Contradiction>().AsNoTracking().Where(row => row.CertificationId == certification.Id).OrderBy(row => row.Fact).ToListAsync(cancellationToken),
            // A demonstration comes from no register.
            Evidence = certification.IsDemonstration ? [] : await database.Set<PromotionEvidence>().AsNoTracking().Where(row => row.CertificationId == certification.Id).OrderBy(row => row.Number).ToListAsync(cancellationToken),
            Disappeared = certification.IsDemonstration ? new Dictionary<RegistryNumber, DateOnly>() : await RegisterFiches.DisappearedAsync(database, [.. certification.Registrations.Select(registration => registration.Number)], cancellationToken),
            Version = await VersionAsync(database, certification.Id, cancellationToken),
            Successors = successors,
            Predecessors = predecessors,
            Codes = [.. certification.Codes.OrderBy(code => code.Classification).ThenBy(code => code.Code, StringComparer.Ordinal)
                .Select(code => (code, labels.GetValueOrDefault((code.Classification.ToString(), code.Code))))],
        };
    }

    private static async Task<(int, DateTimeOffset)?> VersionAsync(PortalDbContext database, int id, CancellationToken cancellationToken)
    {
        // The first without an author is the catalogue's own text, kept when somebody began to edit it.
        var version = await database.EntryVersions.AsNoTracking()
            .Where(row => database.Entries.Any(entry => entry.Id == row.EntryId && entry.Certification!.Id == id) && (row.Number > 1 || row.PersonId != null))
            .OrderByDescending(row => row.Number).Select(row => new { row.Number, row.PublishedAt }).FirstOrDefaultAsync(cancellationToken);
        return version is null ? null : (version.Number, version.PublishedAt);
    }

    private static async Task<(List<Related> Successors, List<Related> Predecessors)> RelatedAsync(
        PortalDbContext database, int id, CancellationToken cancellationToken)
    {
        var successors = await database.Certifications.Where(entry => entry.Id == id).SelectMany(entry => entry.Successions)
            .OrderByDescending(link => link.Since)
            .Select(link => new Related(link.Kind, link.Successor!.Slug, link.ExternalNumber, link.Successor!.Title ?? link.ExternalTitle, link.Since,
                link.Successor != null || database.Set<RegisterFiche>().Any(fiche => fiche.Number == link.ExternalNumber)))
            .ToListAsync(cancellationToken);
        var predecessors = await database.Certifications
            .SelectMany(entry => entry.Successions.Where(link => link.Successor!.Id == id), (entry, link) => new Related(link.Kind, entry.Slug, null, entry.Title, link.Since, true))
            .ToListAsync(cancellationToken);
        return (successors, predecessors);
    }
}

/// <summary>A branch that owns the certification, with its committee and its OPCO where they are known.</summary>
public sealed record Owner(OwningBranch Branch, string BranchName, BranchCommittee? Committee, string? Opco);

/// <summary>A certification (<paramref name="Slug"/>) or an outside fiche (<paramref name="Number"/>) linked by succession.</summary>
/// <param name="HasPage">Whether the portal has a page for it: a fiche that no drop held has none.</param>
public sealed record Related(SuccessionKind Kind, string? Slug, RegistryNumber? Number, string? Title, DateOnly? Since, bool HasPage)
{
    public string Address => Slug is null ? $"/registres/{Number}" : $"/certifications/{Slug}";

    public string Name => Title ?? Number!.ToString();
}
