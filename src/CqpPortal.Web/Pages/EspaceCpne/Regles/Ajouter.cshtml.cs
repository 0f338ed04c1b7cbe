using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Regles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>A version of a rule: written, tried, published. Until it is published, the draft is nowhere but in the form.</summary>
[Authorize(nameof(Permission.EditRules))]
internal sealed class AjouterModel(PortalDbContext database, CurrentPerson person, TimeProvider clock) : PageModel
{
    private static string Kept =>
        Say("Cette version ne peut pas être corrigée : elle est ou a été en vigueur, ou elle vient avec le portail. Les réponses déjà données s’appuient sur elle. Pour un texte nouveau, ajoutez une version.");

    private IReadOnlyList<RuleVersion> _versions = [];

    /// <summary>The form, and what is wrong with it by field.</summary>
    public VersionForm Form { get; private set; } = null!;

    public IReadOnlyDictionary<string, RuleText> Refused { get; private set; } = new Dictionary<string, RuleText>();

    /// <summary>The version, not yet in force, that is corrected; null where one is added.</summary>
    public RuleVersion? Corrected { get; private set; }

    /// <summary>What the draft would change; null while it is written.</summary>
    public TrialResult? Trial { get; private set; }

    /// <summary>The draft as a rule, once it is tried.</summary>
    public DatedRule? Draft { get; private set; }

    /// <summary>In force the day before the draft begins.</summary>
    public DatedRule? Before { get; private set; }

    /// <summary>What still reads as in the version before, and most often should not.</summary>
    public IEnumerable<string> Unchanged
    {
        get
        {
            if (Before is not { } before || Draft is not { } draft) yield break;
            if (before.LegalBasis == draft.LegalBasis) yield return Say("Le texte de loi cité est encore celui de la version d’avant : est-ce bien lui qui change la règle ?");
            if (before.Explanation.Fr == draft.Explanation.Fr && RuleWords.Contents(before.Parameters).Except(RuleWords.Contents(draft.Parameters)).Any())
                yield return Say("Les chiffres ou les listes changent, mais la règle en une phrase reste la même : relisez-la.");
        }
    }

    /// <summary>What stands in the way, where no field is wrong.</summary>
    public string? Problem { get; private set; }

    public DateOnly Today { get; private set; }

    public RuleSeriesVersions Series => Form.Series;

    public async Task<IActionResult> OnGetAsync(string? serie, DateOnly? version, CancellationToken cancellationToken)
    {
        if (await SeriesAsync(serie, cancellationToken) is not { } series) return NotFound();
        if (version is null)
        {
            Form = VersionForm.Of(series, series.Last, isCorrected: false);
            return Page();
        }
        if (series.Starting(version) is not { } known) return NotFound();
        Form = VersionForm.Of(series, known.Rule, isCorrected: true);
        Corrected = known;
        return known.CanChange(Today) ? Page() : Refuse(Kept);
    }

    public async Task<IActionResult> OnPostAsync(string? serie, DateOnly? version, string? etape, CancellationToken cancellationToken)
    {
        if (await SeriesAsync(serie, cancellationToken) is not { } series) return NotFound();
        Form = VersionForm.Of(series, Request.Form);
        // From the same reading as the series: nobody has changed a rule in between.
        var book = new RuleBook(_versions.Select(known => known.Rule), "draft");
        var others = book.Rules.Where(rule => rule.Series != series.Series).Select(rule => rule.Id).Except(series.Versions.Select(known => known.Rule.Id)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (etape == "publier" && IsThere(series, others)) return Done();
        if (version is not null)
        {
            Corrected = series.Starting(version);
            if (Corrected is null) return Refuse(Say("La version à corriger n’est plus là : quelqu’un l’a retirée ou lui a donné un autre premier jour. Ce que vous avez écrit est gardé ci-dessous."));
            if (!Corrected.CanChange(Today)) return Refuse(Kept);
        }
        if (etape == "modifier") return Page();
        var result = await new VersionValidator(series, others, Today, version).ValidateAsync(Form, cancellationToken);
        if (!result.IsValid)
        {
            Refused = result.Errors.DistinctBy(error => error.PropertyName).ToDictionary(error => error.PropertyName, error => new RuleText(error.ErrorMessage, error.ErrorMessage));
            return Again(StatusCodes.Status400BadRequest);
        }
        Draft = Form.ToRule();
        return etape == "publier" ? await PublishAsync(Draft, version, cancellationToken) : await TryAsync(Draft, book, cancellationToken);
    }

    private async Task<PageResult> TryAsync(DatedRule draft, RuleBook book, CancellationToken cancellationToken)
    {
        var rules = TriedRules.Of(book, draft, Corrected);
        Before = rules.WithDraft.InForce(draft.Series, draft.Period.From.AddDays(-1));
        Trial = await new RuleTrial(database).RunAsync(rules, Today, cancellationToken);
        return Page();
    }

    private async Task<IActionResult> PublishAsync(DatedRule draft, DateOnly? version, CancellationToken cancellationToken)
    {
        var line = RuleLine.Of(version is null ? AuditAction.RuleAdded : AuditAction.RuleCorrected, draft, Form["reason"], await person.GetAsync(), clock.GetUtcNow());
        switch (await StoredRules.PublishAsync(database, new RuleEdit(draft, Today, version), line, cancellationToken))
        {
            case RuleWriting.Done or RuleWriting.AlreadyDone:
                return Done();
            case RuleWriting.Kept:
                return Refuse(Kept);
            default:
                return Refuse(Say("Quelqu’un a changé cette règle pendant que vous prépariez la version. Relisez les versions ci-contre, puis corrigez les jours. Ce que vous avez écrit est gardé."));
        }
    }

    /// <summary>A form that was sent twice: the version is there, and was put there by the first.</summary>
    private bool IsThere(RuleSeriesVersions series, HashSet<string> others)
    {
        if (series.Starting(Form.From) is not { IsPublished: false } known) return false;
        if (!new VersionValidator(series, others, Today, known.Rule.Period.From).Validate(Form).IsValid) return false;
        IReadOnlyDictionary<string, string> Says(DatedRule rule) => VersionForm.Of(series, rule, isCorrected: true).Values;
        var sent = Says(Form.ToRule());
        return Says(known.Rule).All(value => value.Value == sent[value.Key]);
    }

    private async Task<RuleSeriesVersions?> SeriesAsync(string? serie, CancellationToken cancellationToken)
    {
        Today = clock.TodayInParis();
        _versions = await StoredRules.VersionsAsync(database, cancellationToken);
        return RuleSeriesVersions.Of(_versions).FirstOrDefault(series => series.Series == serie);
    }

    private LocalRedirectResult Done() => LocalRedirect($"/espace-cpne/regles?fait=publiee&serie={Uri.EscapeDataString(Series.Series)}#{RuleLine.Anchor(Series.Series)}");

    private PageResult Refuse(string problem)
    {
        Problem = problem;
        return Again(StatusCodes.Status409Conflict);
    }

    private PageResult Again(int status)
    {
        (Draft, Trial) = (null, null);
        Response.StatusCode = status;
        return Page();
    }
}
