namespace CqpPortal.Web.Links;

/// <summary>Looks every hour for addresses to check.</summary>
internal sealed partial class LinkChecker(LinkRound round, ILogger<LinkChecker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (true)
        {
            try
            {
                await round.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever goes wrong, the next hour tries again and the site stays open.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Stalled(problem);
            }
            // An end of the wait by the stop ends this as well.
            await timer.WaitForNextTickAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The links could not be checked")]
    private partial void Stalled(Exception problem);
}
