using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Access;

/// <summary>Keeps each sign-in in the database, under the digest of the key that its cookie holds: it can be seen and ended.</summary>
internal sealed class StoredSessions(IDbContextFactory<PortalDbContext> databases, TimeProvider clock, AccessSettings settings) : ITicketStore
{
    /// <summary>As they are written down: of a browser that says nothing known of itself, and between browser and system.</summary>
    private const string UnknownDevice = "Appareil inconnu", On = " sur ";

    /// <summary>Writing at each request would cost more than it tells.</summary>
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(1);

    /// <summary>So long is a form kept for its owner after the end of the session; then the line goes.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>Where a request keeps the digest of its session.</summary>
    private static readonly object CurrentKey = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Digest of the key of this request's session.</summary>
    public static string? Current(HttpContext context) => context.Items[CurrentKey] as string;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => WriteAsync(ticket, null, CancellationToken.None);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        WriteAsync(ticket, Device(httpContext.Request.Headers.UserAgent.ToString()), cancellationToken);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (digest, bytes, person) = (Digest(key), TicketSerializer.Default.Serialize(ticket), PersonOf(ticket));
        await database.Set<Session>().Where(session => session.KeyDigest == digest && session.PersonId == person && session.EndedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.Ticket, bytes), cancellationToken);
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        // The page that says that the database does not answer asks nothing of it.
        if (httpContext.Features.Get<IExceptionHandlerFeature>() is not null) return null;
        var ticket = await RetrieveAsync(key, cancellationToken);
        if (ticket is not null) httpContext.Items[CurrentKey] = Digest(key);
        return ticket;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (digest, now, allowed) = (Digest(key), clock.GetUtcNow(), settings.DemonstrationAccounts);
        var session = await Open(database, allowed).Where(session => session.KeyDigest == digest && session.ExpiresAt > now).FirstOrDefaultAsync(cancellationToken);
        if (session is null || TicketSerializer.Default.Deserialize(session.Ticket) is not { } ticket) return null;
        var expires = session.ExpiresAt;
        if (now - session.LastSeenAt >= Unseen)
        {
            expires = now + settings.SessionLength;
            await database.Set<Session>().Where(other => other.KeyDigest == digest && other.EndedAt == null)
                .ExecuteUpdateAsync(change => change.SetProperty(other => other.LastSeenAt, now).SetProperty(other => other.ExpiresAt, expires), cancellationToken);
        }
        ticket.Properties.ExpiresUtc = expires;
        return ticket;
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (digest, now) = (Digest(key), clock.GetUtcNow());
        await database.Set<Session>().Where(session => session.KeyDigest == digest && session.EndedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    /// <summary>Whose session this was, if nothing but time has ended it.</summary>
    /// <returns>The ticket as it was; null when the session is open, was ended on purpose, or its account is closed.</returns>
    public async Task<AuthenticationTicket?> FindExpiredAsync(string key, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var (digest, now) = (Digest(key), clock.GetUtcNow());
        var ticket = await Open(database, settings.DemonstrationAccounts).Where(session => session.KeyDigest == digest && session.ExpiresAt <= now).Select(session => session.Ticket).FirstOrDefaultAsync(cancellationToken);
        return ticket is null ? null : TicketSerializer.Default.Deserialize(ticket);
    }

    /// <summary>Ends somebody's sessions on purpose: nothing that is sent after that is kept.</summary>
    /// <param name="except">Digest of the key of one that goes on.</param>
    /// <returns>How many were open.</returns>
    public static Task<int> EndAllAsync(PortalDbContext database, int person, DateTimeOffset now, string? except = null) => database.Set<Session>()
        .Where(session => session.PersonId == person && session.EndedAt == null && session.KeyDigest != except)
        .ExecuteUpdateAsync(change => change.SetProperty(session => session.EndedAt, now));

    public static int PersonOf(AuthenticationTicket ticket) => int.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    private static IQueryable<Session> Open(PortalDbContext database, bool allowed) => database.Set<Session>().AsNoTracking().Where(session => session.EndedAt == null
        && database.Users.Any(person => person.Id == session.PersonId && person.ClosedAt == null && (allowed || !person.IsDemonstration)));

    private async Task<string> WriteAsync(AuthenticationTicket ticket, string? device, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var (now, person) = (clock.GetUtcNow(), PersonOf(ticket));
        var forgotten = now - Memory;
        await database.Set<Session>().Where(session => session.PersonId == person && session.ExpiresAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        database.Add(new Session
        {
            KeyDigest = Digest(key),
            PersonId = person,
            Ticket = TicketSerializer.Default.Serialize(ticket),
            Device = device ?? UnknownDevice,
            StartedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + settings.SessionLength,
        });
        await database.SaveChangesAsync(cancellationToken);
        return key;
    }

    /// <summary>What a person recognises of what a browser says it is.</summary>
    internal static string Device(string agent)
    {
        (string Sign, string Name)[] browsers = [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];
        (string Sign, string Name)[] systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];
        var browser = browsers.FirstOrDefault(known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name;
        var system = systems.FirstOrDefault(known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => UnknownDevice,
            (_, null) => browser,
            (null, _) => system,
            _ => browser + On + system,
        };
    }

    /// <summary>A device that was written down, in the language of the page.</summary>
    internal static string InWords(string device) => device == UnknownDevice ? Say("Appareil inconnu") : device.Split(On) is [var browser, var system] ? Say($"{browser} sur {system}") : device;
}
