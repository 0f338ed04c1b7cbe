using System.Net;
using CqpPortal.Database.Startup;
using MailKit.Security;
using MimeKit;

namespace CqpPortal.Web.Mail;

/// <summary>The mail server of the operator (<c>Portal:Smtp:*</c>).</summary>
internal sealed record SmtpSettings(string Host, int Port, SecureSocketOptions Security, MailboxAddress From)
{
    private static readonly Dictionary<string, (SecureSocketOptions Options, int Port)> Securities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["None"] = (SecureSocketOptions.None, 25),
        ["StartTls"] = (SecureSocketOptions.StartTls, 587),
        ["Tls"] = (SecureSocketOptions.SslOnConnect, 465),
    };

    public NetworkCredential? Credentials { get; private init; }

    /// <returns>Null when no server is configured: mails then go to a folder.</returns>
    /// <exception cref="PortalServerException">The settings contradict each other or do not read; the message says which.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Portal:Smtp");
        string? Value(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name]!.Trim();
        if (Value("Host") is not { } host)
        {
            if (section.GetChildren().Any(child => !string.IsNullOrWhiteSpace(child.Value)))
                throw new PortalServerException("Portal__Smtp__Host manque : donnez le nom du serveur de courriel, ou retirez les autres réglages Portal__Smtp.");
            return null;
        }
        if (!Securities.TryGetValue(Value("Security") ?? "StartTls", out var security))
            throw new PortalServerException($"Portal__Smtp__Security vaut « {Value("Security")} » : écrivez None, StartTls ou Tls.");
        var port = security.Port;
        if (Value("Port") is { } written && (!int.TryParse(written, out port) || port is < 1 or > 65535))
            throw new PortalServerException($"Portal__Smtp__Port vaut « {written} » : écrivez un nombre de 1 à 65535, par exemple {security.Port}.");
        if (Value("From") is not { } from || !MailboxAddress.TryParse(from, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal))
            throw new PortalServerException("Portal__Smtp__From doit être l’adresse qui envoie, par exemple Portail CQP <ne-pas-repondre@exemple.fr>.");
        return new SmtpSettings(host, port, security.Options, sender) { Credentials = ReadCredentials(Value("UserName"), Value("Password"), host, security.Options) };
    }

    private static NetworkCredential? ReadCredentials(string? userName, string? password, string host, SecureSocketOptions security)
    {
        if ((userName is null) != (password is null))
            throw new PortalServerException("Portal__Smtp__UserName et Portal__Smtp__Password vont ensemble : donnez les deux, ou aucun.");
        if (userName is null) return null;
        // A password in clear on a network is everybody's.
        if (security == SecureSocketOptions.None && host is not ("localhost" or "127.0.0.1" or "::1"))
            throw new PortalServerException("Un mot de passe ne part pas en clair : choisissez StartTls ou Tls pour Portal__Smtp__Security.");
        return new NetworkCredential(userName, password);
    }
}
