using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility.Cpf;

namespace CqpPortal.Web.Answers;

/// <summary>Where every question of eligibility is asked: it reads the parameters, finds the certification and lets the kind of question answer.</summary>
internal sealed class AnswerDesk(CurrentRules rules, KnownCertifications certifications, KeptQuestions kept, TimeProvider clock)
{
    /// <summary>Answers somebody who asks, and counts the question. What the portal asks on its own, such as what would change an answer, is not counted.</summary>
    public async ValueTask<Answering> AnswerVisitorAsync(QuestionKind kind, Parameters typed, (Language Language, string Site) site, CancellationToken cancellationToken)
    {
        var answering = await AskAsync(kind, typed, site, cancellationToken);
        if (answering is Answering.Answered { Document: { } document }) kept.Keep(kind, document.Question);
        return answering;
    }

    /// <param name="site">Address of the site, for the links of the answer.</param>
    public async ValueTask<Answering> AskAsync(QuestionKind kind, Parameters typed, (Language Language, string Site) site, CancellationToken cancellationToken)
    {
        var question = kind.Read(typed, clock.TodayInParis());
        if (typed.Refused.Count > 0) return new Answering.Refused(typed.Refused);
        if (await certifications.GetAsync(question.Code, cancellationToken) is not { } asked)
            return new Answering.NotFound(question.Code, await certifications.SuggestAsync(question.Code, cancellationToken));
        var context = new AnswerContext(await rules.GetAsync(cancellationToken), asked, site.Language, site.Site);
        question = kind.Fit(question, context, typed);
        if (typed.Refused.Count > 0) return new Answering.Refused(typed.Refused);
        var habilitations = kind.ProvidersOf(question, asked.Facts) is { } number
            ? await certifications.HabilitationsAsync(number, question.ProviderSiret!, cancellationToken)
            : null;
        return new Answering.Answered(kind.Answer(context, question, habilitations)) { Context = context };
    }

    /// <summary>The answer to a question as understood, under the rules at hand, which need not be those of today. Nothing is read or written.</summary>
    /// <returns>Null where the certification contradicts the question.</returns>
    public static AnswerDocument? AnswerUnder(AnswerContext context, QuestionKind kind, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations)
    {
        var typed = new Parameters(_ => null);
        question = kind.Fit(question, context, typed);
        return typed.Refused.Count > 0 ? null : kind.Answer(context, question, habilitations);
    }
}
