using System.Globalization;
using CqpPortal.Database.Mail;
using MimeKit;

namespace CqpPortal.Web.Mail;

/// <summary>A row of the outbox as it travels. Names and subjects come from people: none of them adds a header.</summary>
internal static class MailMessage
{
    private static readonly MailboxAddress Nobody = new("Portail CQP", "portail@localhost");

    /// <param name="from">Null where the mail stays on this machine.</param>
    /// <exception cref="ParseException">The recipient is no address.</exception>
    public static MimeMessage Of(OutgoingMail mail, MailboxAddress? from)
    {
        var sender = from ?? Nobody;
        if (mail.To.Any(char.IsControl)) throw new ParseException("a control character in the address", 0, 0);
        var message = new MimeMessage
        {
            Subject = OneLine(mail.Subject),
            Date = mail.WrittenAt,
            // The same at every attempt: a server that had taken it and was cut off shows it once.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{mail.Id}.{mail.WrittenAt.UtcTicks}@{sender.Domain}"),
            Body = new TextPart("plain") { Text = mail.Body },
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress(null, mail.To));
        // No answer of a machine to a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.UnsubscribeAddress is { } address)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{OneLine(address)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private static string OneLine(string text) => string.Create(text.Length, text, (line, source) =>
    {
        for (var index = 0; index < line.Length; index++) line[index] = char.IsControl(source[index]) ? ' ' : source[index];
    });
}
