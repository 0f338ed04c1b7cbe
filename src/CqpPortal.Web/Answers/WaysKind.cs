using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Ways;

namespace CqpPortal.Web.Answers;

/// <summary>By which ways can this person prepare this certification?</summary>
internal sealed class WaysKind : QuestionKind
{
    private const int MostMonths = 720;

    public override string Name => "routes";

    public override Type DocumentType => typeof(WaysDocument);

    public override IReadOnlyList<string> ParameterNames { get; } = ["code", "date", "situation", "seniorityMonths", "changesJob", "youngOrOnBenefits"];

    public override AskedQuestion Read(Parameters typed, DateOnly today) => new()
    {
        Code = CodeOf(typed),
        Date = typed.Date("date") ?? today,
        Situation = ParameterValues.Of(typed.OneOf("situation", ParameterValues.Situations) ?? Situation.Employee),
        SeniorityMonths = typed.Count("seniorityMonths", MostMonths),
        ChangesJob = typed.YesOrNo("changesJob"),
        YoungOrOnBenefits = typed.YesOrNo("youngOrOnBenefits"),
    };

    public override AnswerDocument Answer(AnswerContext context, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations)
    {
        var situation = ParameterValues.Situations[question.Situation!];
        var ways = WaysToPrepare.Answer(context.Rules, new WaysQuestion
        {
            Certification = context.Asked.Facts,
            Day = question.Date!.Value,
            Situation = situation,
            SeniorityMonths = question.SeniorityMonths,
            ChangesJob = question.ChangesJob,
            IsYoungOrOnBenefits = question.YoungOrOnBenefits,
        });
        var open = ways.Count(way => way.Answer.Verdict is Verdict.Eligible or Verdict.EligibleUnderConditions);
        var words = new WayWords(context, situation);
        return new WaysDocument
        {
            Certification = context.CertificationPart(),
            Question = question,
            Summary = context.Words.InLanguage(open switch
            {
                0 => new RuleText("Aucune voie n’est ouverte ce jour-là.", "No way is open on that day."),
                1 => new RuleText("Une voie vous est ouverte.", "One way is open to you."),
                _ => new RuleText($"{open} voies vous sont ouvertes.", $"{open} ways are open to you."),
            }),
            Routes = [.. ways.Select(way => new WayPart
            {
                Id = ParameterValues.Of(way.Way),
                Name = words.Name(way.Way),
                Verdict = ParameterValues.Of(way.Answer.Verdict),
                Summary = context.Summary(way.Answer, null),
                Findings = context.FindingParts(way.Answer.Findings, way.Answer.Deciding),
                DecidedBy = words.DecidedBy(way.Way),
                Funder = words.Funder(way.Way),
                Contact = words.Contact(way.Way),
            })],
            RulesVersion = context.Rules.Version,
            DataDate = context.Asked.Certification.DataDate,
        };
    }
}
