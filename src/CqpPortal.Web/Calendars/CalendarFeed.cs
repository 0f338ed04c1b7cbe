using System.Security.Cryptography;
using CqpPortal.Database;
using CqpPortal.Database.Recognition;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace CqpPortal.Web.Calendars;

/// <summary>A person's calendar, for programs that cannot sign in: whoever knows its key reads it.</summary>
internal static class CalendarFeed
{
    private const int LongestKey = 64;

    public static string PathOf(string key) => $"/espace-cpne/calendrier/{key}.ics";

    extension(IEndpointRouteBuilder endpoints)
    {
        public void MapCalendarFeed() => endpoints.MapMethods("/espace-cpne/calendrier/{key}.ics", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(string key, HttpContext context, PortalDbContext database, PortalAddress portal)
    {
        var (response, cancellationToken) = (context.Response, context.RequestAborted);
        if (key.Length > LongestKey || key.Contains('\0', StringComparison.Ordinal)) return Results.NotFound();
        var person = await database.Users.AsNoTracking().FirstOrDefaultAsync(person => person.CalendarKey == key && person.ClosedAt == null, cancellationToken);
        if (person is null) return Results.NotFound();
        using var language = Written.In(person.Language);
        var committees = person.Committees;
        var text = RenewalCalendar.Write(await EndingRegistrations.FindAsync(database, committees, context.RequestServices.GetRequiredService<TimeProvider>().TodayInParis(), cancellationToken), path => portal.Of(LanguageOfAddress.InLanguage(path)));
        response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Bytes(text, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(..16))}\""));
    }
}
