using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>Every rule with its versions over time, for who may add one.</summary>
[Authorize(nameof(Permission.EditRules))]
internal sealed class IndexModel(PortalDbContext database, CurrentPerson person, TimeProvider clock) : PageModel
{
    private const int LongestReason = 500;

    private static readonly RuleTopic[] Order = [RuleTopic.Cpf, RuleTopic.Payment, RuleTopic.Vae, RuleTopic.Worth, RuleTopic.Ways];

    private static readonly StringComparer ById = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public IReadOnlyList<(RuleTopic Topic, IReadOnlyList<RuleSeriesVersions> Series)> Topics { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>What was just done.</summary>
    public string? Said { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>The version that is to be withdrawn and lacks a reason, and what was typed.</summary>
    public (string Series, DateOnly From, string? Reason)? Withdrawing { get; private set; }

    public async Task OnGetAsync(string? fait, string? serie, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Topics.SelectMany(topic => topic.Series).FirstOrDefault(series => series.Series == serie) is not { } done) return;
        Said = fait switch
        {
            "publiee" => Say($"La version de la règle {done.Series} est publiée : le portail répond avec elle dès maintenant."),
            "retiree" => Say($"La version de la règle {done.Series} est retirée. Le journal garde ce qu’elle disait."),
            _ => null,
        };
    }

    public async Task<IActionResult> OnPostRetirerAsync(string? serie, DateOnly? version, string? raison, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Topics.SelectMany(topic => topic.Series).FirstOrDefault(series => series.Series == serie) is not { } series || version is not { } from) return NotFound();
        // Gone already: the form was sent twice, or somebody else was quicker. Either way it is as wanted.
        if (series.Starting(from) is not { } known) return Done(series.Series);
        if (!known.CanChange(Today)) return Refuse(StatusCodes.Status409Conflict, Say("Cette version ne peut pas être retirée : elle est ou a été en vigueur, ou elle vient avec le portail. Pour un texte nouveau, ajoutez une version."));
        var reason = raison?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(reason) || reason.Length > LongestReason)
        {
            Withdrawing = (series.Series, from, reason);
            return Refuse(StatusCodes.Status400BadRequest, null);
        }
        var line = RuleLine.Of(AuditAction.RuleWithdrawn, known.Rule, reason, await person.GetAsync(), clock.GetUtcNow());
        return await StoredRules.WithdrawAsync(database, (series.Series, from, Today), line, cancellationToken) == RuleWriting.Kept
            ? Refuse(StatusCodes.Status409Conflict, Say("Cette version vient d’entrer en vigueur : elle ne peut plus être retirée."))
            : Done(series.Series);
    }

    /// <summary>The field for the reason, with what was typed.</summary>
    public Field Reason(string series, DateOnly from)
    {
        var isThis = Withdrawing is { } asked && asked.Series == series && asked.From == from;
        return new Field("raison", Say("Pourquoi la retirer"), isThis ? Withdrawing!.Value.Reason : null)
        {
            Error = isThis ? Say($"Dites pourquoi, en {LongestReason} caractères au plus, par exemple : le décret a été reporté.") : null,
        };
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Today = clock.TodayInParis();
        var all = RuleSeriesVersions.Of(await StoredRules.VersionsAsync(database, cancellationToken));
        Topics = [.. Order.Select(topic => (topic, (IReadOnlyList<RuleSeriesVersions>)[.. all.Where(series => series.Topic == topic).OrderBy(series => series.Last.Id, ById)]))];
    }

    private LocalRedirectResult Done(string series) => LocalRedirect($"/espace-cpne/regles?fait=retiree&serie={Uri.EscapeDataString(series)}#{RuleLine.Anchor(series)}");

    private PageResult Refuse(int status, string? problem)
    {
        Problem = problem;
        Response.StatusCode = status;
        return Page();
    }
}
