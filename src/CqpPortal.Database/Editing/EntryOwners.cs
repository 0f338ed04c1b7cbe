using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>Which committees a text belongs to.</summary>
public static class EntryOwners
{
    /// <summary>The committees of the branches that own the certification on a day: the one named, else every one that covers the branch.</summary>
    /// <returns>Keys of the committees, and the branches that none is known to cover.</returns>
    public static Task<(IReadOnlyList<string> Committees, IReadOnlyList<Idcc> Uncovered)> OfAsync(PortalDbContext database, EntryText text, DateOnly day, CancellationToken cancellationToken) =>
        OfAsync(database, CertificationText.Owners(text), day, cancellationToken);

    /// <inheritdoc cref="OfAsync(PortalDbContext, EntryText, DateOnly, CancellationToken)"/>
    public static async Task<(IReadOnlyList<string> Committees, IReadOnlyList<Idcc> Uncovered)> OfAsync(
        PortalDbContext database, IEnumerable<OwningBranch> branches, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var owners = branches.Where(owner => owner.OwnsOn(day)).ToList();
        var committees = await database.BranchCommittees.AsNoTracking().ToListAsync(cancellationToken);
        IEnumerable<string> Of(OwningBranch owner) =>
            owner.Committee is { } named ? [named] : committees.Where(committee => committee.MergedInto is null && committee.Branches.Contains(owner.Branch)).Select(committee => committee.Key);
        return ([.. owners.SelectMany(Of).Distinct().Order(StringComparer.Ordinal)], [.. owners.Where(owner => !Of(owner).Any()).Select(owner => owner.Branch)]);
    }
}
