using CqpPortal.Database;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility.Finish;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>Will I finish in time? The days of a training against those of the registration.</summary>
internal sealed class ATempsModel(AnswerDesk desk, PortalDbContext database, TimeProvider clock) : AnswerPage<EligibilityDocument>(desk, database)
{
    /// <summary>The rules on days: what concerns the holder and the provider is asked on the page of the CPF.</summary>
    private static readonly string[] OnDays = ["E4", "b.2", "X12", "E5", "E2", "E3", "E6", "X6", "b.6"];

    public InTimeForm Form => new(Typed);

    public InTimeAnswer? Answer { get; private set; }

    public DateOnly StartsOn => Document!.Question.StartDate!.Value;

    public DateOnly FinishesOn => Document!.Question.FinishedOn!.Value;

    public IReadOnlyList<FindingPart> Findings => [.. Document!.Findings.Where(finding => OnDays.Contains(finding.Rule))];

    protected override QuestionKind Kind => QuestionKind.Cpf;

    protected override TypedForm Empty => InTimeForm.Empty;

    /// <summary>A code and a day alone come from a link: the rest is still to be told.</summary>
    protected override bool IsAsked => Request.Query.Keys.Any(name => name is not "code" and not "startDate" && Empty.Labels.ContainsKey(name));

    protected override Task WelcomeAsync(CancellationToken cancellationToken)
    {
        Typed = Typed.With(("startDate", Typed["startDate"] ?? TypedForm.Iso(clock.TodayInParis())));
        return Task.CompletedTask;
    }

    /// <summary>Asked of whoever orders on the day of entry: what counts here is when they begin and end.</summary>
    protected override Task<Parameters> ReadAsync(TypedForm typed, CancellationToken cancellationToken)
    {
        var parameters = typed.ToParameters();
        return Task.FromResult(InTimeForm.Read(parameters, clock.TodayInParis()) is var (start, end)
            ? typed.With(("orderDate", TypedForm.Iso(start)), ("startDate", TypedForm.Iso(start)), ("finishedOn", TypedForm.Iso(end))).ToParameters()
            : parameters);
    }

    protected override Task AnsweredAsync(EligibilityDocument document, AnswerContext context, CancellationToken cancellationToken)
    {
        Answer = FinishingInTime.Answer(context.Asked.Facts, StartsOn, FinishesOn);
        // A duration stays one.
        Typed = Empty.Read(Request.Query).With(("startDate", TypedForm.Iso(StartsOn)));
        return Task.CompletedTask;
    }
}
