using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.MonProjet;

/// <summary>Up to five questions, each of which can be skipped, then the certifications that fit and the ways to them. Nothing is stored: the address holds the answers.</summary>
internal sealed class IndexModel(PortalDbContext database, CurrentRules rules, TimeProvider clock) : PageModel
{
    /// <summary>The step after the last question.</summary>
    public const string Result = "resultat";

    private const int Most = 10;

    public Project Project { get; private set; } = new();

    public DateOnly Day { get; private set; }

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    /// <summary>Place of the question shown; the number of questions for the result.</summary>
    public int Place { get; private set; }

    public Faults Faults { get; private set; } = new();

    /// <summary>The search behind the result; null on a question.</summary>
    public CatalogueResult? Found { get; private set; }

    public IReadOnlyList<Fit> Fits { get; private set; } = [];

    public bool IsResult => Place == Steps.Count;

    public string After => Place + 1 < Steps.Count ? Steps[Place + 1].Name : Result;

    public async Task OnGetAsync(string? etape, CancellationToken cancellationToken)
    {
        Day = clock.TodayInParis();
        var book = await rules.GetAsync(cancellationToken);
        Project = Project.Read(Request.Query);
        Steps = Project.Steps(book.InForce("c.6-contrat-pro", Day));
        Faults = Project.Faults(Steps);
        Place = etape == Result ? Steps.Count : Math.Max(0, Steps.Index().FirstOrDefault(step => step.Item.Name == etape).Index);
        // The first answer to correct is the question to show, wherever one wanted to go.
        if (Faults.Any)
        {
            Place = Steps.Index().First(step => step.Item.Name == Faults.All[0].Name).Index;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        if (IsResult) await FindAsync(book, cancellationToken);
    }

    private async Task FindAsync(Domain.Eligibility.RuleBook book, CancellationToken cancellationToken)
    {
        Found = await new CatalogueSearch(database).FindAsync(new CatalogueQuery { Text = Project.Trade, PageSize = Most }, Day, cancellationToken);
        var known = await new CertificationLookup(database).FindManyAsync([.. Found.Items.Select(item => item.Slug)], cancellationToken);
        Fits = [.. Found.Items.Where(item => known.ContainsKey(item.Slug)).Select(item => FitOf(item, known[item.Slug], book)).OfType<Fit>()
            // What can be begun today comes first; the search orders the rest.
            .OrderBy(fit => fit.Open.Count == 0)];
    }

    private Fit? FitOf(CatalogueItem item, AskedCertification asked, Domain.Eligibility.RuleBook book)
    {
        var question = new AskedQuestion { Code = asked.Code, Date = Day, Situation = ParameterValues.Of(Project.Situation), ChangesJob = Project.ChangesJob, YoungOrOnBenefits = Project.IsYoungOrOnBenefits };
        return AnswerDesk.AnswerUnder(new AnswerContext(book, asked, Written.PageLanguage, ""), QuestionKind.Ways, question, null) is WaysDocument document
            ? new Fit(item, asked.Certification, Fit.Ordered(document, Project["souhait"], Project["experience"]), Project["experience"] == "jamais") : null;
    }
}
