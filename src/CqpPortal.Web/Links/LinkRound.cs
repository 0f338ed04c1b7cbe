using CqpPortal.Database;
using CqpPortal.Database.Links;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Links;

/// <summary>Checks what was not checked for a week: one address at a time on each site, on one node at a time.</summary>
internal sealed class LinkRound(IDbContextFactory<PortalDbContext> databases, LinkClient client, TimeProvider clock)
{
    private const long Lock = 0x4371_704C_696E;

    private const int SitesAtOnce = 4;

    /// <summary>Between two questions to one site.</summary>
    internal TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <returns>Addresses checked; none while another node is at it.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Held by this connection, and let go of with it.
        await using var guard = await databases.CreateDbContextAsync(cancellationToken);
        await guard.Database.OpenConnectionAsync(cancellationToken);
        if (!await guard.Database.SqlQuery<bool>($"select pg_try_advisory_lock({Lock}) as \"Value\"").SingleAsync(cancellationToken)) return 0;
        try
        {
            var due = await LinkChecks.DueAsync(guard, clock.GetUtcNow(), cancellationToken);
            var sites = due.GroupBy(url => Uri.TryCreate(url, UriKind.Absolute, out var at) ? at.Host : "");
            await Parallel.ForEachAsync(sites, new ParallelOptions { MaxDegreeOfParallelism = SitesAtOnce, CancellationToken = cancellationToken },
                async (site, stop) => await CheckAsync([.. site], stop));
            return due.Count;
        }
        finally
        {
            // The connection goes back to its pool, and the lock would go with it.
            await guard.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private async Task CheckAsync(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        foreach (var (index, url) in urls.Index())
        {
            if (index > 0) await Task.Delay(Pause, clock, cancellationToken);
            var answer = await client.AskAsync(url, cancellationToken);
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await LinkChecks.NoteAsync(database, answer, clock.GetUtcNow(), cancellationToken);
        }
    }
}
