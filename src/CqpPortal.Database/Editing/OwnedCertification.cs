using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>A certification of some committees: of the catalogue, with its entry where it was opened here, or not yet published.</summary>
public sealed record OwnedCertification(int? CertificationId, string? Slug, int? EntryId, string Title, TextState State)
{
    public DateOnly? ChangedOn { get; init; }

    public DateOnly? ReviewedOn { get; init; }

    /// <summary>By title: those that the committees own, by their name or through the branches that they cover, and their unpublished entries.</summary>
    public static async Task<IReadOnlyList<OwnedCertification>> OfAsync(PortalDbContext database, IReadOnlyCollection<string> committees, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (committees.Count == 0) return [];
        var branches = (await database.BranchCommittees.AsNoTracking().Where(row => committees.Contains(row.Key)).ToListAsync(cancellationToken)).SelectMany(row => row.Branches).Distinct().ToList();
        var entries = await database.Entries.AsNoTracking().Include(entry => entry.Certification)
            .Where(entry => entry.Committees.Any(committee => committees.Contains(committee))).ToListAsync(cancellationToken);
        var opened = entries.Where(entry => entry.Certification is not null).Select(entry => entry.Certification!.Id).ToList();
        var others = await database.Certifications.AsNoTracking()
            .Where(row => !opened.Contains(row.Id) && row.Branches.Any(owner => (owner.Committee != null && committees.Contains(owner.Committee)) || (owner.Committee == null && branches.Contains(owner.Branch))))
            .Select(row => new OwnedCertification(row.Id, row.Slug, null, row.Title, TextState.Published)).ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(entry => new OwnedCertification(entry.Certification?.Id, entry.Certification?.Slug, entry.Id, entry.Title, entry.State)
            {
                ChangedOn = entry.ChangedBy is null ? null : entry.ChangedAt.DayInParis(),
                ReviewedOn = entry.ReviewedOn,
            }).Concat(others).OrderBy(row => row.Title, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)),
        ];
    }
}
