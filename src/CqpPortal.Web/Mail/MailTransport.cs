using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using CqpPortal.Database.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace CqpPortal.Web.Mail;

/// <summary>Gives one mail to the configured server, or writes it into the folder.</summary>
internal sealed class MailTransport(MailSettings settings)
{
    /// <summary>A server that is slower lets the next mail wait no longer.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <returns>Null once it has left, else why it did not.</returns>
    public async Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var message = MailMessage.Of(mail, settings.Smtp?.From);
            if (settings.Smtp is { } server) await SendAsync(message, server, limit.Token);
            else await WriteAsync(message, mail, limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"Le serveur n’a pas répondu en {Patience.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s.";
        }
        catch (ParseException)
        {
            return "L’adresse du destinataire ne s’écrit pas ainsi.";
        }
        catch (SmtpCommandException refusal)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(int)refusal.StatusCode} {refusal.Message}");
        }
        catch (Exception problem) when (problem is ProtocolException or SocketException or IOException or AuthenticationException
            or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or NotSupportedException or UnauthorizedAccessException)
        {
            return problem.Message;
        }
    }

    private static async Task SendAsync(MimeMessage message, SmtpSettings server, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancellationToken);
        if (server.Credentials is { } credentials) await client.AuthenticateAsync(credentials, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception problem) when (problem is ProtocolException or IOException or SocketException or OperationCanceledException)
        {
            // The server has taken it: a goodbye that fails must not send it twice.
        }
    }

    private async Task WriteAsync(MimeMessage message, OutgoingMail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder);
        var path = Path.Combine(settings.Folder, string.Create(CultureInfo.InvariantCulture, $"{mail.WrittenAt.UtcDateTime:yyyyMMdd-HHmmss}-{mail.Id}.eml"));
        // Never a half mail under its name.
        await message.WriteToAsync(path + ".tmp", cancellationToken);
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
