using System.Text.Json;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Calendar;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CqpPortal.Web.Access;

/// <summary>What somebody sent after the session had expired: kept for them, and given back on the same page.</summary>
internal sealed class KeptForms(PortalDbContext database, StoredSessions sessions, IAntiforgery antiforgery, IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    /// <summary>Of all that was typed together, in characters.</summary>
    private const int MostCharacters = 600_000;

    /// <summary>Own accounts: nothing there is long to write, and passwords are kept nowhere.</summary>
    private const string NeverKept = PortalAccess.StaffPath + "/compte";

    private const string SessionIdClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>Keeps what this request sent, if its session has expired and nothing else is wrong with it.</summary>
    /// <returns>Whether the session had expired, and whether something was kept.</returns>
    public async Task<(bool Expired, bool Kept)> KeepAsync(HttpContext context)
    {
        var request = context.Request;
        if (await FindExpiredAsync(context) is not { } ticket) return (false, false);
        var path = request.Path + request.QueryString;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.Path.StartsWithSegments(NeverKept) || path.Length > KeptForm.MaxPathLength) return (true, false);
        try
        {
            // The token was made for the owner of the session that has ended: another site's form is kept for nobody.
            context.User = ticket.Principal;
            if (!await antiforgery.IsRequestValidAsync(context)) return (true, false);
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
                .SelectMany(field => field.Value.Select(value => new[] { Clean(field.Key), Clean(value ?? "") })).ToList();
            if (fields.Count == 0 || fields.Sum(field => field[0].Length + field[1].Length) > MostCharacters) return (true, false);
            await WriteAsync(StoredSessions.PersonOf(ticket), path, fields, context.RequestAborted);
            return (true, true);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return (true, false);
        }
        finally
        {
            context.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity());
        }
    }

    /// <summary>What is kept of this person for a page, the newest first.</summary>
    /// <param name="page">Path and query of the page.</param>
    public async Task<IReadOnlyList<Kept>> FindAsync(int person, string page, CancellationToken cancellationToken)
    {
        var kept = await database.Set<KeptForm>().AsNoTracking().Where(form => form.PersonId == person).OrderByDescending(form => form.KeptAt).ToListAsync(cancellationToken);
        return [.. kept.Where(form => PageOf(form.Path) == page).Select(form => new Kept(form.Path, form.KeptAt.InParis(), JsonSerializer.Deserialize<string[][]>(form.Fields)!))];
    }

    public Task<int> ForgetAsync(int person, string path, CancellationToken cancellationToken) =>
        database.Set<KeptForm>().Where(form => form.PersonId == person && form.Path == path).ExecuteDeleteAsync(cancellationToken);

    /// <summary>The address that shows the page to which a form was sent: the same without the name of its action.</summary>
    public static string PageOf(string path)
    {
        var (address, query) = path.Split('?', 2) is [var before, var after] ? (before, after) : (path, "");
        var rest = QueryHelpers.ParseQuery(query);
        if (!rest.Remove("handler")) return path;
        return QueryHelpers.AddQueryString(address, rest.SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value))));
    }

    private async Task<AuthenticationTicket?> FindExpiredAsync(HttpContext context)
    {
        var options = cookies.Get(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        if (cookie is null || options.TicketDataFormat.Unprotect(cookie) is not { } ticket) return null;
        return ticket.Principal.FindFirst(SessionIdClaim)?.Value is { } key ? await sessions.FindExpiredAsync(key, context.RequestAborted) : null;
    }

    private async Task WriteAsync(int person, string path, IReadOnlyList<string[]> fields, CancellationToken cancellationToken)
    {
        var (written, now) = (JsonSerializer.Serialize(fields), sessions.Now);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into kept_forms (person_id, path, fields, kept_at) values ({person}, {path}, {written}::jsonb, {now})
            on conflict (person_id, path) do update set fields = excluded.fields, kept_at = excluded.kept_at
            """, cancellationToken);
    }

    /// <summary>PostgreSQL holds no such character, and nobody types it.</summary>
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    /// <param name="Path">Where the form was sent.</param>
    /// <param name="At">As a clock in Paris showed it.</param>
    /// <param name="Fields">Names and values.</param>
    internal sealed record Kept(string Path, DateTime At, IReadOnlyList<string[]> Fields);
}
