using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers.Batch;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Journal;

/// <summary>The audit log: administrators read all of it, people of committees what concerns the entries of these.</summary>
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    private static string[] Headings => [Say("Moment"), Say("Personne"), Say("Action"), Say("Commission"), Say("Fiche"), Say("Sujet"), Say("Détails")];

    private Person _person = null!;

    public JournalForm Form { get; private set; } = new();

    /// <summary>What to correct, by the name of its field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private set; } = new Dictionary<string, string>();

    /// <summary>The latest first.</summary>
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>Where the next page begins; null at the end.</summary>
    public long? Before { get; private set; }

    public bool IsFirst { get; private set; }

    /// <summary>Those that can be chosen.</summary>
    public IReadOnlyList<BranchCommittee> Committees { get; private set; } = [];

    public bool ReadsEverything => _person.May(Permission.Administer);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _person = await current.GetAsync();
        if (!ReadsEverything && _person.Committees.Count == 0)
        {
            context.Result = Forbid();
            return;
        }
        await next();
    }

    public async Task<IActionResult> OnGetAsync(JournalForm form, long? avant, CancellationToken cancellationToken)
    {
        (Form, IsFirst) = (form, avant is null);
        var keys = _person.Committees;
        Committees = await database.BranchCommittees.AsNoTracking().Where(committee => ReadsEverything || keys.Contains(committee.Key)).OrderBy(committee => committee.Name).ToListAsync(cancellationToken);
        if (!Check(form)) return Refused();
        var lines = Readable(form);
        if (avant is { } last) lines = lines.Where(line => line.Id < last);
        var found = await lines.OrderByDescending(line => line.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Lines = [.. found.Take(PageSize)];
        Before = found.Count > PageSize ? Lines[^1].Id : null;
        return Page();
    }

    /// <summary>The lines that are meant as CSV, row by row.</summary>
    public async Task<IActionResult> OnPostAsync(JournalForm form, CancellationToken cancellationToken)
    {
        if (!Check(form)) return Refused();
        var asked = string.Join(", ", form.Typed.Select(field => $"{field.Name} = {field.Value}"));
        database.Add(new AuditLine
        {
            At = clock.GetUtcNow(),
            Action = AuditAction.Exported,
            PersonId = _person.Id,
            PersonName = _person.Name,
            Subject = "Journal",
            Details = AuditLine.Cut(asked.Length == 0 ? null : asked),
        });
        await database.SaveChangesAsync(cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"journal-{clock.TodayInParis():yyyy-MM-dd}.csv\"";
        Response.Headers.CacheControl = "no-store";
        await using var csv = CsvWriter.Create(Response.Body, CompletedCsv.Safe with { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var heading in Headings) csv.WriteField(heading);
        await csv.EndRecordAsync(cancellationToken);
        await foreach (var line in Readable(form).OrderBy(line => line.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var cell in Cells(line)) csv.WriteField(cell);
            await csv.EndRecordAsync(cancellationToken);
        }
        return new EmptyResult();
    }

    /// <summary>Address of the same search from another line on.</summary>
    public string Address(long? before) => QueryHelpers.AddQueryString("/espace-cpne/journal",
        Form.Typed.Select(field => KeyValuePair.Create(field.Name, (string?)field.Value)).Concat(before is { } id ? [KeyValuePair.Create("avant", (string?)id.ToString(CultureInfo.InvariantCulture))] : []));

    private static string[] Cells(AuditLine line) =>
    [
        line.At.InParis().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), line.PersonName ?? "", AuditWords.Of(line.Action), line.Committee ?? "",
        line.EntryId?.ToString(CultureInfo.InvariantCulture) ?? "", line.Subject, line.Details ?? "",
    ];

    private IQueryable<AuditLine> Readable(JournalForm form)
    {
        var lines = database.AuditLog.AsNoTracking();
        if (!ReadsEverything)
        {
            var keys = _person.Committees;
            lines = lines.Where(line => database.Entries.Any(entry => entry.Id == line.EntryId && entry.Committees.Any(committee => keys.Contains(committee))));
        }
        return form.Of(database, lines);
    }

    private bool Check(JournalForm form)
    {
        var result = new JournalFormValidator().Validate(form);
        Errors = result.Errors.GroupBy(failure => failure.PropertyName).ToDictionary(failures => failures.Key, failures => failures.First().ErrorMessage);
        return result.IsValid;
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
