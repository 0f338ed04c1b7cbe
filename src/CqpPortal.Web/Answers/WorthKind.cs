using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Worth;

namespace CqpPortal.Web.Answers;

/// <summary>Does the certification exist, where is it recognised, which level does it give?</summary>
internal sealed class WorthKind : QuestionKind
{
    public override string Name => "recognition";

    public override Type DocumentType => typeof(WorthDocument);

    public override IReadOnlyList<string> ParameterNames { get; } = ["code", "day", "branch", "startedOn", "awardedOn"];

    public override AskedQuestion Read(Parameters typed, DateOnly today)
    {
        var started = typed.Date("startedOn");
        var awarded = typed.Date("awardedOn");
        if (awarded < started)
            typed.Refuse("awardedOn", "Le certificat ne peut pas être obtenu avant l’entrée en formation.", "The certificate cannot be awarded before training starts.");
        return new AskedQuestion
        {
            Code = CodeOf(typed),
            Day = typed.Date("day") ?? today,
            Branch = typed.Branch("branch")?.ToString(),
            StartedOn = started,
            AwardedOn = awarded,
        };
    }

    public override AnswerDocument Answer(AnswerContext context, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations)
    {
        var facts = context.Asked.Facts;
        var answer = CertificationWorth.Answer(context.Rules, new WorthQuestion
        {
            Certification = facts,
            Day = question.Day!.Value,
            Branch = question.Branch is null ? null : Idcc.Parse(question.Branch, null),
            StartedOn = question.StartedOn,
            AwardedOn = question.AwardedOn,
        });
        return new WorthDocument
        {
            Certification = context.CertificationPart(),
            Question = question,
            Summary = Summary(context, answer),
            Exists = answer.Exists,
            RecognisedIn = answer.RecognisedIn switch { RecognisedIn.Everywhere => "everywhere", RecognisedIn.Branches => "branches", _ => "nowhere" },
            BranchRecognised = answer.BranchRecognised,
            Level = answer.Level?.Value,
            Findings = context.FindingParts(answer.Findings, null),
            Replacement = context.ReplacementPart(facts.RegistrationOn(question.Day.Value) is { } registration ? facts.Following(registration) : null),
            RulesVersion = context.Rules.Version,
            DataDate = context.Asked.Certification.DataDate,
        };
    }

    private static string Summary(AnswerContext context, WorthAnswer answer) => context.Words.InLanguage((answer.RecognisedIn, answer.BranchRecognised, answer.Exists) switch
    {
        (_, null, null) => new RuleText("Nous ne savons pas : demandez à la commission paritaire de la branche.", "We do not know: ask the joint committee of the branch."),
        (RecognisedIn.Everywhere, _, _) when answer.Level is { } level => new RuleText($"Oui, reconnu partout en France, au niveau {level}.", $"Yes, recognised everywhere in France, at level {level}."),
        (RecognisedIn.Everywhere, _, _) => new RuleText("Oui, reconnu partout en France, sans niveau.", "Yes, recognised everywhere in France, without a level."),
        (RecognisedIn.Branches, true, _) => new RuleText("Oui, votre branche le reconnaît.", "Yes, your branch recognises it."),
        (RecognisedIn.Branches, false, _) => new RuleText("Non, votre branche n’est pas l’une de celles qui le reconnaissent.", "No, your branch is not one of those that recognise it."),
        (RecognisedIn.Branches, null, _) => new RuleText("Reconnu dans les entreprises de sa branche seulement.", "Recognised in the companies of its branch only."),
        _ => new RuleText("Non, il n’est reconnu nulle part ce jour-là.", "No, it is recognised nowhere on that day."),
    });
}
