using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using CqpPortal.Database.Links;

namespace CqpPortal.Web.Links;

/// <summary>Asks an address whether it still answers. What it calls was written by people: it never reaches the portal's own network.</summary>
internal sealed class LinkClient : IDisposable
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Func<IPAddress, bool> _isAllowed;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _client;

    public LinkClient()
        : this(PublicNetwork.Holds, Dns.GetHostAddressesAsync)
    {
    }

    /// <param name="isAllowed">Asked of every address a name leads to, when the connection is made.</param>
    internal LinkClient(Func<IPAddress, bool> isAllowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _isAllowed = isAllowed;
        _resolve = resolve;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // A proxy would resolve names out of our sight.
            UseProxy = false,
            UseCookies = false,
            // A connection kept would answer for the next name without being asked about again.
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("PortailCQP/1.0 (verification hebdomadaire des liens)");
        _client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
    }

    public async Task<LinkAnswer> AskAsync(string url, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var (status, problem) = await FollowAsync(HttpMethod.Head, url, limit.Token);
            // Many sites answer HEAD wrongly.
            if (problem is not null) (status, problem) = await FollowAsync(HttpMethod.Get, url, limit.Token);
            return new LinkAnswer(url, status, problem);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LinkAnswer(url, null, "Pas de réponse en 10 secondes.");
        }
        catch (HttpRequestException failed)
        {
            return new LinkAnswer(url, null, Words(failed));
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<(int? Status, string? Problem)> FollowAsync(HttpMethod method, string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var at)) return (null, "Cette adresse ne s’écrit pas ainsi.");
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (at.Scheme is not ("http" or "https")) return (null, "L’adresse mène ailleurs que sur le web.");
            using var request = new HttpRequestMessage(method, at);
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var status = (int)answer.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                continue;
            }
            // A page that asks for a sign-in, or for less haste, is there.
            return (status, status is < 400 or 401 or 403 or 429 ? null : status is 404 or 410 ? "La page n’existe plus." : $"Le site répond par l’erreur {status}.");
        }
        return (null, $"Plus de {MostRedirects} renvois.");
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var written) ? [written] : await _resolve(host, cancellationToken);
        // All of them: a name that leads inside as well is no name of a public site.
        if (addresses.Length == 0 || !addresses.All(_isAllowed)) throw new BarredAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To the very addresses that were looked at: asking for the name again could lead elsewhere.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Words(HttpRequestException failed)
    {
        for (Exception? cause = failed; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case BarredAddressException: return "L’adresse mène à un réseau privé : elle n’est pas appelée.";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }: return "Ce nom de site n’existe pas, ou plus.";
                case AuthenticationException: return "Le certificat du site n’est pas valable.";
            }
        }
        return "Le site ne répond pas.";
    }

    private sealed class BarredAddressException : IOException;
}
