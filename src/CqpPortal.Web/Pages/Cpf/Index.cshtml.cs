using CqpPortal.Database;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>May the CPF pay this training, and what is left to pay?</summary>
internal sealed class IndexModel(AnswerDesk desk, PortalDbContext database, TimeProvider clock) : AnswerPage<EligibilityDocument>(desk, database)
{
    /// <summary>Certifications of the demonstration, one of each kind of answer.</summary>
    private static Dictionary<string, string> Kinds() => new()
    {
        ["soudeur-chaudronnier-d-atelier"] = Say("au RNCP, sous un nouveau numéro depuis peu"),
        ["intervenir-en-espace-confine"] = Say("au répertoire spécifique, avec un plafond"),
        ["vendeur-conseil-negoce-de-materiaux"] = Say("reconnu dans sa branche seulement"),
    };

    private readonly AnswerDesk _desk = desk;
    private Registration? _registration;

    public CpfForm Form => new(Typed, _registration);

    /// <summary>What would change the answer.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; private set; } = [];

    /// <summary>Titles to try, and what each shows.</summary>
    public IReadOnlyList<(string Title, string Slug, string Kind)> Examples { get; private set; } = [];

    protected override QuestionKind Kind => QuestionKind.Cpf;

    protected override TypedForm Empty => CpfForm.Empty;

    protected override async Task WelcomeAsync(CancellationToken cancellationToken)
    {
        var today = clock.TodayInParis();
        Typed = Typed.With(("orderDate", Typed["orderDate"] ?? TypedForm.Iso(today)), ("startDate", Typed["startDate"] ?? TypedForm.Iso(today)));
        var kinds = Kinds();
        var slugs = kinds.Keys.ToList();
        var found = await Database.Certifications.Where(entry => entry.IsDemonstration && slugs.Contains(entry.Slug)).ToDictionaryAsync(entry => entry.Slug, entry => entry.Title, cancellationToken);
        Examples = [.. kinds.Where(kind => found.ContainsKey(kind.Key)).Select(kind => (found[kind.Key], kind.Key, kind.Value))];
    }

    protected override async Task AnsweredAsync(EligibilityDocument document, AnswerContext context, CancellationToken cancellationToken)
    {
        _registration = context.Asked.Facts.RegistrationOn(document.Question.OrderDate!.Value);
        Alternatives = await new CpfAlternatives(_desk, Typed, document, context).FindAsync(cancellationToken);
    }
}
