using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers.Batch;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The certifications of a person's committees as one file.</summary>
internal sealed class ExporterModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await current.GetAsync();
        var texts = await OwnedTexts.OfAsync(database, person.Committees, cancellationToken);
        database.Add(person.Did(AuditAction.Exported, clock.GetUtcNow(), "Certifications", $"{texts.Count} lignes"));
        await database.SaveChangesAsync(cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"certifications-{clock.TodayInParis():yyyy-MM-dd}.csv\"";
        Response.Headers.CacheControl = "no-store";
        await using var csv = CsvWriter.Create(Response.Body, CompletedCsv.Safe with { Separator = ';', NewLine = "\r\n", WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var heading in EntryColumns.Headings) csv.WriteField(heading);
        await csv.EndRecordAsync(cancellationToken);
        foreach (var (owned, text, _) in texts)
        {
            foreach (var cell in EntryColumns.Cells(owned, text)) csv.WriteField(cell);
            await csv.EndRecordAsync(cancellationToken);
        }
        return new EmptyResult();
    }
}
