using System.Net;
using System.Net.Sockets;

namespace CqpPortal.Web.Links;

/// <summary>Which addresses the portal may call because somebody wrote them down: those of the public internet only.</summary>
internal static class PublicNetwork
{
    private static readonly IPNetwork[] Reserved =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Within the global range of IPv6: protocol assignments and Teredo, documentation, 6to4, which hides an IPv4 address.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    public static bool Holds(IPAddress address)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (real.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalV6.Contains(real)) return false;
        return !Reserved.Any(network => network.BaseAddress.AddressFamily == real.AddressFamily && network.Contains(real));
    }
}
