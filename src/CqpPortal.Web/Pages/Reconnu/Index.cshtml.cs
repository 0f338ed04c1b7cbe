using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Reconnu;

/// <summary>Does the certification count in a company, since its branch recognises it, and which level does it give?</summary>
internal sealed class IndexModel(AnswerDesk desk, PortalDbContext database) : AnswerPage<WorthDocument>(desk, database)
{
    /// <summary>The branch that was meant, in words.</summary>
    private string? _branch;

    public WorthForm Form => new(Typed);

    /// <summary>Branches that may have been meant.</summary>
    public IReadOnlyList<BranchName> Suggestions { get; private set; } = [];

    public IReadOnlyList<(string Question, Answer Answer, string Why)> Answers => WorthAnswers.Of(Document!, _branch);

    protected override QuestionKind Kind => QuestionKind.Worth;

    protected override TypedForm Empty => WorthForm.Empty;

    /// <summary>Answers ask for an IDCC: people write the name of their branch.</summary>
    protected override async Task<Parameters> ReadAsync(TypedForm typed, CancellationToken cancellationToken)
    {
        if (typed["branch"] is not { } written) return typed.ToParameters();
        var found = await new BranchLookup(Database).FindAsync(written, cancellationToken);
        if (found.Only is { } branch)
        {
            _branch = $"{branch.Name} (IDCC {branch.Idcc})";
            return typed.With(("branch", branch.Idcc)).ToParameters();
        }
        if (Idcc.TryParse(written, null, out var idcc))
        {
            _branch = Say($"IDCC {idcc}, que notre liste ne connaît pas");
            return typed.ToParameters();
        }
        Suggestions = found.Suggestions;
        var parameters = typed.With(("branch", null)).ToParameters();
        parameters.Refuse(
            "branch",
            Suggestions.Count > 0 ? "Plusieurs branches peuvent porter ce nom : choisissez la vôtre." : "Nous ne connaissons pas cette branche. Écrivez l’IDCC du bulletin de paie, par exemple 3248.",
            "Choose a branch, or write its IDCC, such as 3248.");
        return parameters;
    }

    /// <summary>The name stays as it was typed.</summary>
    protected override Task AnsweredAsync(WorthDocument document, AnswerContext context, CancellationToken cancellationToken)
    {
        if (Request.Query["branch"].FirstOrDefault() is { Length: > 0 } written) Typed = Typed.With(("branch", written));
        return Task.CompletedTask;
    }
}
