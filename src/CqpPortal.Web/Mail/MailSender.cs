using System.Data.Common;
using CqpPortal.Database;
using CqpPortal.Database.Mail;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Mail;

/// <summary>Sends what waits in the outbox for as long as the site runs. Neither the start nor a page ever waits for it.</summary>
internal sealed partial class MailSender(
    IDbContextFactory<PortalDbContext> databases, MailTransport transport, MailSignal signal, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WithoutDatabase = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var works = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken)) { }
                works = true;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever goes wrong, the mails wait and the site stays open.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                // Once, not every second of a database that is down.
                if (works) Stalled(problem is DbException ? null : problem);
                works = false;
            }
            await signal.WaitAsync(works ? Interval : WithoutDatabase, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task<bool> SendNextAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Outbox.SendNextAsync(database, SendAsync, clock, cancellationToken);
    }

    private async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var refusal = await transport.SendAsync(mail, cancellationToken);
        // Neither to whom nor what: the outbox shows that to administrators.
        if (refusal is not null) NotSent(mail.Id, mail.Attempts + 1);
        return refusal;
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} did not leave at attempt {Attempt}: the outbox says why")]
    private partial void NotSent(long id, int attempt);

    [LoggerMessage(LogLevel.Warning, "Mails wait: the outbox cannot be read")]
    private partial void Stalled(Exception? problem);
}
