using CqpPortal.Database;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Api;

/// <summary>Notes in the feed of changes what a new day brings: at the start, then every hour. Of several nodes the first to ask does it.</summary>
internal sealed partial class PassingDays(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, ILogger<PassingDays> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await using var database = await contexts.CreateDbContextAsync(stoppingToken);
                await ChangeFeed.PassAsync(database, clock.TodayInParis(), stoppingToken);
            }
            // Whatever ails the database: the next hour notes the days that were missed.
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Waits(problem.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The ends of registrations are not noted yet: {Problem}")]
    private partial void Waits(string problem);
}
