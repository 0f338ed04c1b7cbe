using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.ReferenceData;

/// <summary>A branch committee (CPNE, CPNEFP) of the list of France compétences.</summary>
/// <param name="Code">Its number in that list.</param>
/// <param name="Name">As the list writes it.</param>
/// <param name="Branches">IDCC it answers for; may be empty.</param>
public sealed record KnownCommittee(string Code, string Name, IReadOnlyList<Idcc> Branches)
{
    /// <summary>Key under which the portal keeps it once an administrator has added it.</summary>
    public string Key => $"fc-{Code}";

    /// <summary>The committees of the list that the portal does not keep yet, by name.</summary>
    public static async Task<IReadOnlyList<KnownCommittee>> NotYetKeptAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var kept = await database.BranchCommittees.Select(committee => committee.Key).ToListAsync(cancellationToken);
        return [.. ReferenceFile.Committees.Where(committee => !kept.Contains(committee.Key)).OrderBy(committee => committee.Name, StringComparer.Ordinal)];
    }
}
