using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>What became of one line: a problem, or an answer that is not yet put into words.</summary>
internal sealed record AnsweredLine(AskedLine Line)
{
    /// <summary>Null where there is an answer.</summary>
    public Answering? Problem { get; init; }

    public AnswerContext? Context { get; init; }

    public AskedQuestion? Question { get; init; }

    public EligibilityAnswer? Answer { get; init; }

    /// <summary>The answer as the address of one question gives it.</summary>
    public EligibilityDocument Document => Context!.Document(Question!, Answer!);

    /// <param name="nameOf">What the list calls a parameter.</param>
    public CheckedLine Checked(Language language, Func<string, string> nameOf) => Problem switch
    {
        Answering.Refused refused => new CheckedLine
        {
            Row = Line.Row,
            Verdict = CheckedLine.ToCorrect,
            Reason = string.Join(" ", refused.Parameters.Select(parameter => parameter.Key == "code"
                ? parameter.Value.In(language) : $"{nameOf(parameter.Key)}{(language == Language.French ? " : " : ": ")}{parameter.Value.In(language)}")),
        },
        Answering.NotFound missing => new CheckedLine
        {
            Row = Line.Row,
            Verdict = CheckedLine.NotFound,
            Reason = new RuleText("Aucun CQP ne porte ce code, ce numéro ou ce titre.", "No CQP has this code, number or title.").In(language),
            Suggestions = missing.Suggestions,
        },
        _ => Found(Context!, Answer!),
    };

    private CheckedLine Found(AnswerContext context, EligibilityAnswer answer) => new()
    {
        Row = Line.Row,
        Verdict = ParameterValues.Of(answer.Verdict),
        Reason = context.Reason(answer),
        Title = context.Asked.Certification.Title,
        Slug = context.Asked.Certification.Slug,
        IsDemonstration = context.Asked.Certification.IsDemonstration,
        RegisteredUntil = answer.Registration?.LastDay,
        PossibleFrom = answer is { Verdict: Verdict.NotEligible, Deciding: { } deciding } ? deciding.MetFrom : null,
        Contribution = answer.Amounts?.Contribution,
        HolderPays = answer.Amounts?.HolderPays,
        Replacement = context.ReplacementPart(answer.Following),
        RulesVersion = context.Rules.Version,
        DataDate = context.Asked.Certification.DataDate,
    };
}
