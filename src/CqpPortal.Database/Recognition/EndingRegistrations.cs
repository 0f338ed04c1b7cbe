using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Recognition;

/// <summary>A registration that will end and that nothing continues, with the certification it belongs to.</summary>
/// <param name="Committees">Keys of those asked about that own the certification on the day.</param>
public sealed record EndingRegistration(string Slug, string Title, RenewalLadder Ladder, IReadOnlyList<string> Committees);

/// <summary>The renewal ladders of committees.</summary>
public static class EndingRegistrations
{
    /// <returns>The next end first. Certifications that are abolished are left out: nobody renews them.</returns>
    /// <param name="committees">Keys.</param>
    public static async Task<IReadOnlyList<EndingRegistration>> FindAsync(
        PortalDbContext database, IReadOnlyCollection<string> committees, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(committees);
        if (committees.Count == 0) return [];
        var rows = await database.Certifications.AsNoTracking()
            .Where(entry => entry.SuppressedOn == null && entry.Registrations.Any(registration => registration.EndsOn >= day)
                && entry.Branches.Any(owner => owner.Committee != null && committees.Contains(owner.Committee)
                    && (owner.JoinedOn == null || owner.JoinedOn <= day) && (owner.LeftOn == null || owner.LeftOn >= day)))
            .Select(entry => new { entry.Slug, entry.Title, Registrations = entry.Registrations.ToList(), Branches = entry.Branches.ToList() })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.SelectMany(row => RenewalLadder.Of(row.Registrations, day).Select(ladder => new EndingRegistration(row.Slug, row.Title, ladder,
                    [.. row.Branches.Where(owner => owner.OwnsOn(day)).Select(owner => owner.Committee).OfType<string>().Where(committees.Contains).Distinct().Order(StringComparer.Ordinal)])))
                .OrderBy(row => row.Ladder.EndsOn).ThenBy(row => row.Slug, StringComparer.Ordinal),
        ];
    }
}
