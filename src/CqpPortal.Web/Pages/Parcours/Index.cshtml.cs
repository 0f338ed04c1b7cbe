using CqpPortal.Database;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Parcours;

/// <summary>Every way to prepare a certification in one situation: who decides, who pays, whom to ask, and why others are closed.</summary>
internal sealed class IndexModel(AnswerDesk desk, PortalDbContext database) : AnswerPage<WaysDocument>(desk, database)
{
    public WaysForm Form => new(Typed);

    /// <summary>Those without conditions first.</summary>
    public IReadOnlyList<ShownWay> Open => [.. WaysOf("eligible"), .. WaysOf("eligible-under-conditions")];

    public IReadOnlyList<ShownWay> Unknown => [.. WaysOf("undetermined")];

    public IReadOnlyList<ShownWay> Closed => [.. WaysOf("not-eligible")];

    public ShownVerdict Verdict => ShownVerdict.Of((AnswerDocument)Document!) with
    {
        Help = Unknown.Count switch { 0 => null, 1 => Say("Une autre reste à vérifier."), _ => Say($"{Unknown.Count} autres restent à vérifier.") },
    };

    protected override QuestionKind Kind => QuestionKind.Ways;

    protected override TypedForm Empty => WaysForm.Empty;

    private IEnumerable<ShownWay> WaysOf(string verdict) => Document!.Routes.Where(way => way.Verdict == verdict).Select(way => new ShownWay(way, Document.Question));
}
