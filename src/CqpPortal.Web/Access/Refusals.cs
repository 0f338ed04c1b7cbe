using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;

namespace CqpPortal.Web.Access;

/// <summary>Attempts that were refused are worth a line: a right may be missing, or somebody is trying doors.</summary>
internal static class Refusals
{
    /// <summary>Writes the line at once, in a context of its own: that of the page may hold changes that were just refused.</summary>
    public static async Task RecordAsync(HttpContext request, Person? person, int? entryId, CancellationToken cancellationToken)
    {
        await using var scope = request.RequestServices.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.Add(new AuditLine
        {
            At = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(),
            Action = AuditAction.AccessRefused,
            PersonId = person?.Id,
            PersonName = person?.Name,
            EntryId = entryId,
            Subject = AuditLine.Cut($"{request.Request.Method} {request.Request.Path}")!,
        });
        await database.SaveChangesAsync(cancellationToken);
    }
}
