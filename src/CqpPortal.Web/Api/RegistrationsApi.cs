using CqpPortal.Database;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Api;

/// <summary>Registrations in the RNCP and the RS, each under its number.</summary>
internal static class RegistrationsApi
{
    private static readonly QueryParameter Register = new("register", "Only those of one register.", "rncp", "rs");
    private static readonly QueryParameter ActiveOn = new("activeOn", "Only those active on that day, suspended ones left out.");
    private static readonly QueryParameter EndsFrom = new("endsFrom", "Only those that end on that day or later.");
    private static readonly QueryParameter EndsUntil = new("endsUntil", "Only those that end on that day or earlier.");
    private static readonly QueryParameter After = new("after", "The number after which to go on; the Link header gives the whole address.");

    extension(RouteGroupBuilder api)
    {
        public void MapRegistrations()
        {
            api.MapRead("/registrations", ListAsync).Produces<RegistrationList>().ProducesProblem(400).Takes(Register, ActiveOn, EndsFrom, EndsUntil, After, ReadParameters.Limit)
                .Describe("Registrations", "listRegistrations", "Registrations of all certifications", "In the order in which the portal came to know them. Follow the Link header with rel=\"next\" to the end.");
            api.MapRead("/registrations/{number}", FindAsync).Produces<RegistrationDocument>().ProducesProblem(404)
                .Describe("Registrations", "getRegistration", "One registration", "By its number, such as RNCP35419 or RS6117, as people write it.");
        }
    }

    private static async Task ListAsync(HttpContext context, PortalDbContext database)
    {
        var read = new ReadParameters(context.Request.Query);
        var (from, until, activeOn, most) = (read.Day(EndsFrom.Name), read.Day(EndsUntil.Name), read.Day(ActiveOn.Name), read.Most());
        var register = read.Value(Register.Name, text => Register.Values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase)), "rncp");
        var after = read.Value(After.Name, text => RegistryNumber.TryParse(text, out var number) ? number : null, "RNCP35419");
        // From an unknown number on, the whole list would come again, and whoever follows it would never end.
        var afterId = after is null ? 0 : await database.Registrations.Where(row => row.Number == after).Select(row => row.Id).FirstOrDefaultAsync(context.RequestAborted);
        if (after is not null && afterId == 0) read.Refuse(After.Name, "RNCP35419");
        if (read.Refused() is { } refused)
        {
            await Problems.WriteAsync(context, refused, Languages.Of(context.Request));
            return;
        }
        var rows = database.Registrations.AsNoTracking().Where(row => row.Id > afterId);
        if (register is not null) rows = rows.Where(row => EF.Functions.Like((string)(object)row.Number, register.ToUpperInvariant() + "%"));
        if (from is not null) rows = rows.Where(row => row.EndsOn >= from);
        if (until is not null) rows = rows.Where(row => row.EndsOn <= until);
        // What may be active; suspensions are the domain's to judge, in the page read.
        if (activeOn is not null) rows = rows.Where(row => row.EndsOn >= activeOn && (row.PublishedOn ?? row.EffectOn ?? row.DecidedOn ?? DateOnly.MinValue) <= activeOn);
        var page = await ReadAsync(database, rows.OrderBy(row => row.Id).Take(most + 1), context.RequestAborted);
        PageLinks.AddNext(context, After.Name, page.Count > most ? page[most - 1].Number : null);
        await JsonAnswer.WriteAsync(context, new RegistrationList([.. page.Take(most).Where(row => activeOn is not { } day || row.IsActiveOn(day))]));
    }

    private static async Task FindAsync(HttpContext context, string number, PortalDbContext database)
    {
        var found = RegistryNumber.TryParse(number, out var parsed)
            ? await ReadAsync(database, database.Registrations.AsNoTracking().Where(row => row.Number == parsed), context.RequestAborted)
            : [];
        if (found is [var only]) await JsonAnswer.WriteAsync(context, only);
        else await Problems.WriteAsync(context, new Answering.NotFound(number, []), Languages.Of(context.Request));
    }

    private static async Task<List<RegistrationDocument>> ReadAsync(PortalDbContext database, IQueryable<Registration> rows, CancellationToken cancellationToken)
    {
        var found = await rows.Join(database.Certifications, row => EF.Property<int>(row, "CertificationId"), one => one.Id, (row, one) => new { Row = row, one.Slug, one.Title })
            .OrderBy(pair => pair.Row.Id).ToListAsync(cancellationToken);
        return [.. found.Select(pair => RegistrationDocument.Of(pair.Row, pair.Slug, pair.Title))];
    }
}
