using System.Globalization;
using CqpPortal.Web.Answers.Batch;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>The answers of a list, at the address that its sender got.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LotResultModel(KeptLists lists) : PageModel
{
    private const int PageSize = 200;
    private static readonly string[] Orders = ["reponse", "fin"];

    /// <summary>Null where nothing is kept at this address, or no more.</summary>
    public KeptList? Kept { get; private set; }

    public string Verdict { get; private set; } = "";

    public string Order { get; private set; } = "";

    /// <summary>How many lines have each verdict, those that come to somebody's desk first.</summary>
    public IReadOnlyList<(string Verdict, int Count)> Counts { get; private set; } = [];

    public IReadOnlyList<LotRow> Rows { get; private set; } = [];

    public int Shown { get; private set; }

    public PageLinks Pages { get; private set; } = new(1, 1, _ => "");

    public bool IsFinished => Kept!.Finished.IsCompleted;

    /// <summary>Whether something stopped it: the lines that are there are right.</summary>
    public bool IsPartial => IsFinished && Kept!.Lines.Count < Kept.List.Count;

    /// <summary>Until when it is kept, as a clock in Paris shows it.</summary>
    public string Until => Kept!.Until.TimeInWords();

    public IActionResult OnGet(string id)
    {
        if (!Find(id)) return Gone();
        Read(Request.Query);
        return Page();
    }

    /// <summary>How far it is, for the script of the page.</summary>
    public IActionResult OnGetAvancement(string id) => Find(id) ? new JsonResult(new { done = Kept!.Done, finished = IsFinished }) : NotFound();

    public async Task<IActionResult> OnGetFichierAsync(string id, CancellationToken cancellationToken)
    {
        if (!Find(id)) return Gone();
        if (!IsFinished) return LocalRedirect(Kept!.Path);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Path.GetFileNameWithoutExtension(Kept!.FileName ?? "liste") + "-complete.csv");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.ContentType = "text/csv; charset=utf-8";
        // The file is of one language, whichever page it is fetched from.
        using var language = Written.In(Kept.Language);
        await CompletedCsv.WriteAsync(Kept.List, Kept.Lines.ToAsyncEnumerable(), AddedColumns.Of(Kept.Language), Response.Body, cancellationToken);
        return new EmptyResult();
    }

    public IActionResult OnPostEffacer(string id)
    {
        if (Find(id)) lists.Forget(Kept!);
        return LocalRedirect("/cpf/lot");
    }

    private bool Find(string id)
    {
        Kept = lists.Find(id);
        return Kept is not null;
    }

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private void Read(IQueryCollection query)
    {
        var kept = Kept!;
        Counts = [.. LineVerdicts.All.Select(verdict => (verdict, kept.Lines.Count(line => line.Verdict == verdict))).Where(count => count.Item2 > 0)];
        Verdict = Counts.FirstOrDefault(count => count.Verdict == query["verdict"]).Verdict ?? "";
        Order = Orders.FirstOrDefault(order => order == query["tri"]) ?? "";
        var lines = kept.Lines.Where(line => Verdict.Length == 0 || line.Verdict == Verdict);
        lines = Order switch
        {
            "reponse" => lines.OrderBy(line => LineVerdicts.Rank(line.Verdict)),
            // What ends first wants care first; what has no end comes last.
            "fin" => lines.OrderBy(line => line.RegisteredUntil ?? DateOnly.MaxValue),
            _ => lines,
        };
        Show([.. lines], int.TryParse(query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1);
    }

    private void Show(IReadOnlyList<CheckedLine> lines, int page)
    {
        var last = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        Shown = lines.Count;
        Pages = new PageLinks(Math.Clamp(page, 1, last), last, Address);
        var shown = lines.Skip((Pages.Page - 1) * PageSize).Take(PageSize).ToList();
        var asked = Kept!.List.Lines(shown.Select(line => line.Row).ToHashSet()).ToDictionary(line => line.Row);
        Rows = [.. shown.Select(line => new LotRow(asked[line.Row], line, Kept.Shared) { Language = Kept.Language == Written.PageLanguage ? null : Kept.Language == Language.English ? "en" : "fr" })];
    }

    private string Address(int page) => QueryHelpers.AddQueryString(Kept!.Path, new Dictionary<string, string?>
    {
        ["verdict"] = Verdict.Length == 0 ? null : Verdict,
        ["tri"] = Order.Length == 0 ? null : Order,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    });
}
