using CqpPortal.Database;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Wording;

/// <summary>Committees as people tell one from another: the long beginning of their names is the same.</summary>
internal static class CommitteeWords
{
    private static readonly string[] Beginnings =
    [
        "Commission paritaire nationale de l’emploi et de la formation professionnelle ", "Commission paritaire nationale de l’emploi et de la formation ",
        "Commission paritaire nationale de l’emploi ",
    ];

    /// <returns><c>CPNE de la métallurgie</c>.</returns>
    public static string Short(string acronym, string name) =>
        Beginnings.FirstOrDefault(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) is { } known ? $"{acronym} {name[known.Length..]}" : name;

    extension(PortalDbContext database)
    {
        /// <summary>Short names of the committees that act for themselves, by key.</summary>
        public async Task<IReadOnlyDictionary<string, string>> CommitteeNamesAsync(CancellationToken cancellationToken = default) =>
            await database.BranchCommittees.AsNoTracking().Where(committee => committee.MergedInto == null).ToDictionaryAsync(committee => committee.Key, committee => Short(committee.Acronym, committee.Name), cancellationToken);
    }
}
