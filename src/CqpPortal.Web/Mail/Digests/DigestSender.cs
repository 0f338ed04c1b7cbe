using System.Data.Common;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>Looks every minute whether digests are due.</summary>
internal sealed partial class DigestSender(DigestRound round, MailSignal signal, ILogger<DigestSender> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            try
            {
                if (await round.RunAsync(stoppingToken) > 0) signal.Raise();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever goes wrong, the next minute tries again and the site stays open.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                Stalled(problem is DbException ? null : problem);
            }
            // An end of the wait by the stop ends this as well.
            await timer.WaitForNextTickAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The digests wait: the database cannot be read")]
    private partial void Stalled(Exception? problem);
}
