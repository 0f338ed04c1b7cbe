using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;

namespace CqpPortal.Web.Mail;

/// <summary>Where mails go, and what they say of the portal.</summary>
/// <param name="Smtp">Null: each mail is written into <paramref name="Folder"/>.</param>
/// <param name="Address">The portal as its mails call it (<c>Portal:PublicAddress</c>); null to take the one it listens to.</param>
internal sealed record MailSettings(SmtpSettings? Smtp, string Folder, Uri? Address)
{
    /// <summary>Whether digests are sent (<c>Portal:Digests</c>).</summary>
    public bool HasDigests { get; init; } = true;

    /// <exception cref="PortalServerException">Something does not read; the message says what to write.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        Uri? address = null;
        if (configuration["Portal:PublicAddress"] is { Length: > 0 } written
            && !(Uri.TryCreate(written, UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
            throw new PortalServerException($"Portal__PublicAddress vaut « {written} » : écrivez l’adresse du portail, par exemple https://cqp.exemple.fr.");
        var folder = configuration["Portal:MailFolder"];
        return new MailSettings(SmtpSettings.Read(configuration),
            string.IsNullOrWhiteSpace(folder) ? Path.Combine(PortalDataFolder.Resolve(configuration["Portal:DataFolder"]), "mails") : Path.GetFullPath(folder.Trim()), address)
        {
            HasDigests = configuration.GetValue("Portal:Digests", true),
        };
    }

    /// <summary>What the start says, without any secret.</summary>
    public string InWords => Smtp is null ? $"Courriels écrits dans {Folder} (aucun serveur configuré : Portal__Smtp__Host)" : $"Courriels envoyés par {Smtp.Host}:{Smtp.Port}";
}
