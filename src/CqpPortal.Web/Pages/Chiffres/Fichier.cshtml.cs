using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Answers.Batch;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace CqpPortal.Web.Pages.Chiffres;

/// <summary>One figure as CSV (RFC 4180, UTF-8 with its mark, for spreadsheets), in the language of its address; its name says the day. 404 for what is no figure.</summary>
public sealed class FichierModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        var read = await CatalogueFigures.ReadAsync(database, clock.TodayInParis(), cancellationToken);
        if (Figures.All(read).FirstOrDefault(figure => figure.Name == name) is not { } figure) return NotFound();
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"cqp-{name}-{read.Day:yyyy-MM-dd}.csv");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.ContentType = "text/csv; charset=utf-8";
        await using var csv = CsvWriter.Create(Response.Body, CompletedCsv.Safe with { WriteByteOrderMark = true }, leaveOpen: true);
        await figure.WriteAsync(csv, cancellationToken);
        return new EmptyResult();
    }
}
