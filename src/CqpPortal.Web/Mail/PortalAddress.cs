using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CqpPortal.Web.Mail;

/// <summary>The portal's own address, for what is written where nobody asked: configured, else the one it listens to.</summary>
internal sealed class PortalAddress(MailSettings settings, IServer server)
{
    /// <param name="path">From the root, with its slash.</param>
    public string Of(string path)
    {
        var root = settings.Address?.ToString() ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
        return root.TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + path;
    }
}
