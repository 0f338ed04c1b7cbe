using CqpPortal.Database;
using CqpPortal.Database.Recognition;

namespace CqpPortal.Web.Pages.EspaceCpne;

/// <summary>The ends of registrations that <c>_RenewalPanel</c> shows: those on the ladder, the next first.</summary>
/// <param name="More">How many others are on it.</param>
internal sealed record RenewalPanel(DateOnly Day, IReadOnlyList<EndingRegistration> Endings, int More)
{
    private const int Most = 6;

    /// <param name="committees">Keys.</param>
    public static async Task<RenewalPanel> ForAsync(PortalDbContext database, IReadOnlyCollection<string> committees, DateOnly day, CancellationToken cancellationToken)
    {
        var endings = (await EndingRegistrations.FindAsync(database, committees, day, cancellationToken)).Where(ending => ending.Ladder.StepOn(day) is not null).ToList();
        return new RenewalPanel(day, [.. endings.Take(Most)], Math.Max(0, endings.Count - Most));
    }
}
