using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>
/// A page on one entry: found by its number, open to people of its committees only. Whoever has any permission for one of them may read; what is sent asks for
/// the permission of its handler.
/// </summary>
internal abstract class EntryPage(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    public Entry Entry { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    protected PortalDbContext Database => database;

    protected TimeProvider Clock => clock;

    /// <summary>The person, now.</summary>
    protected Author Author => new(Person.Id, Person.Name, clock.GetUtcNow());

    /// <summary>Committees of the entry for which the person has the permission.</summary>
    public IReadOnlyList<string> Committees(Permission permission) => [.. Entry.Committees.Where(committee => Person.May(permission, committee))];

    public bool May(Permission permission) => Committees(permission).Count > 0;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var cancellationToken = HttpContext.RequestAborted;
        Person = await current.GetAsync();
        if (!int.TryParse(RouteData.Values["id"]?.ToString(), out var id)
            || await database.Entries.Include(entry => entry.Certification).FirstOrDefaultAsync(entry => entry.Id == id, cancellationToken) is not { } entry)
        {
            context.Result = NotFound();
            return;
        }
        Entry = entry;
        var isAllowed = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)
            ? Enum.GetValues<Permission>().Any(permission => Grant.IsOfCommittee(permission) && May(permission))
            : May(Needs(context.HandlerMethod?.Name));
        if (!isAllowed)
        {
            context.Result = await ForbidAsync(cancellationToken);
            return;
        }
        await next();
    }

    /// <summary>Refuses what the person may not do, and says so in the audit log.</summary>
    protected async Task<StatusCodeResult> ForbidAsync(CancellationToken cancellationToken)
    {
        await Refusals.RecordAsync(HttpContext, Person, Entry.Id, cancellationToken);
        return StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>Forgets what was being done and reads the entry again: somebody else was quicker.</summary>
    protected async Task ReloadAsync(CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        Entry = await database.Entries.Include(entry => entry.Certification).SingleAsync(entry => entry.Id == Entry.Id, cancellationToken);
    }

    /// <summary>What a sent form asks for, by the name of its handler.</summary>
    protected virtual Permission Needs(string? handler) => Permission.WriteDrafts;
}
