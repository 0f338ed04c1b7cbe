using System.Globalization;
using System.Text;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Mail;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>The words of a digest, in the language that is spoken around it.</summary>
internal sealed class DigestLetter(MailSettings settings, PortalAddress portal, UnsubscribeLinks unsubscribe)
{
    /// <summary>Whoever is made up has no mailbox: a real server would only refuse.</summary>
    public bool MayReach(Person person) => !person.IsDemonstration || settings.Smtp is null;

    public OutgoingMail Write(DigestReader reader, IReadOnlyList<DigestSection> sections, DateTimeOffset now)
    {
        var leave = Address(unsubscribe.PathFor(reader.Person.Id));
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Say($"Bonjour {reader.Person.Name},")}\n\n{Say("Voici ce qui est nouveau dans votre espace CPNE.")}\n");
        foreach (var section in sections)
        {
            body.Append(CultureInfo.InvariantCulture, $"\n{section.Title}\n");
            foreach (var line in section.Lines) body.Append(CultureInfo.InvariantCulture, $"\n- {line.Text}\n  {Address(line.Path)}\n");
        }
        body.Append(CultureInfo.InvariantCulture, $"\n{Say($"Votre espace : {Address("/espace-cpne")}")}\n\n-- \n")
            .Append(CultureInfo.InvariantCulture, $"{Say("Un courriel par jour au plus, et seulement s’il y a du nouveau.")}\n{Say($"Ne plus le recevoir, sans vous connecter : {leave}")}\n");
        return new OutgoingMail
        {
            To = reader.Person.Email!,
            Subject = Say($"Portail CQP : votre point du {reader.Day.InWords()}"),
            Body = body.ToString(),
            WrittenAt = now,
            NextAttemptAt = now,
            UnsubscribeAddress = leave,
        };
    }

    private string Address(string path) => portal.Of(LanguageOfAddress.InLanguage(path));
}
