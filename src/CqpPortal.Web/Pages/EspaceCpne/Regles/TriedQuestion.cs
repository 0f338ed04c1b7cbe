using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility.Cases;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>A question that a new rule is tried on: a case of the textbook, or one that people asked.</summary>
internal sealed record TriedQuestion(QuestionKind Kind, AskedQuestion Question, AskedCertification Certification)
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>How often it was asked.</summary>
    public int Times { get; init; }

    public IReadOnlyList<Habilitation>? Habilitations { get; init; }

    /// <summary>The one way that a case is about; null for all.</summary>
    public string? Way { get; init; }

    /// <summary>Whether the site can be asked the same: the certifications of the textbook are nowhere else.</summary>
    public bool HasAddress { get; init; }

    public static TriedQuestion Of(TextbookCase known, DateOnly today)
    {
        var facts = (known.Cpf?.Certification ?? known.Vae?.Certification ?? known.Ways?.Certification ?? known.Worth?.Certification)!;
        var code = facts.Asked?.ToString() ?? known.Certification;
        var certification = new KnownCertification { Slug = known.Id, Title = known.Certification, Kind = CertificationKind.Cqp, Facts = facts, DataDate = today };
        var (kind, question) = Ask(known, code);
        return new TriedQuestion(kind, question, new AskedCertification(certification, code, facts.Asked, null))
        {
            Title = Say($"Cas {known.Id} : {known.Title}"),
            Habilitations = known.Cpf?.Provider?.Habilitations,
            Way = known.Way is { } way ? ParameterValues.Of(way) : null,
        };
    }

    /// <summary>The answer that rules give on a day.</summary>
    public AnswerDocument? Answer(AskedQuestion question, Domain.Eligibility.RuleBook rules)
    {
        var answer = AnswerDesk.AnswerUnder(new AnswerContext(rules, Certification, Written.PageLanguage, ""), Kind, question, Habilitations);
        return Way is not null && answer is WaysDocument ways ? ways with { Routes = [.. ways.Routes.Where(route => route.Id == Way)] } : answer;
    }

    public string? Address(AskedQuestion question) => !HasAddress ? null
        : Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(Kind.Name switch { "cpf" => "/cpf", "vae" => "/vae", "routes" => "/parcours", _ => "/reconnu" },
            QuestionParameters.Of(question).Select(parameter => KeyValuePair.Create(parameter.Name, (string?)parameter.Value)));

    public static string InWords(AskedQuestion question) => Written.Tied(QuestionInWords.Sentence(question with { ProviderSiret = null }));

    private static (QuestionKind Kind, AskedQuestion Question) Ask(TextbookCase known, string code) => known switch
    {
        { Cpf: { } cpf } => (QuestionKind.Cpf, new AskedQuestion
        {
            Code = code,
            OrderDate = cpf.OrderedOn,
            StartDate = cpf.StartsOn,
            FinishedOn = cpf.FinishesOn,
            Situation = ParameterValues.Of(cpf.Situation),
            Block = cpf.Block,
            Branch = cpf.Branch?.ToString(),
            Price = cpf.Price,
            Balance = cpf.Balance,
            TopUp = cpf.TopUp,
            TopUpFrom = cpf.TopUpFrom is { } source ? ParameterValues.Of(source) : null,
            BlocksDeclared = cpf.BlocksDeclared,
            ProviderSiret = cpf.Provider?.Siret,
        }),
        { Vae: { } vae } => (QuestionKind.Vae, new AskedQuestion
        {
            Code = code,
            ApplicationDate = vae.AppliesOn,
            Day = vae.Day,
            ExperienceMonths = vae.ExperienceMonths,
            FilesThisYear = vae.FilesThisYear,
            OtherFilesThisYear = vae.OtherFilesThisYear,
            ReceivedOn = vae.ReceivedOn,
            Block = vae.Block,
            OrderDate = vae.Payment?.OrderedOn,
            OnFranceVae = vae.Payment?.OnFranceVae,
            RegisteredOnFranceVae = vae.Payment?.RegisteredOnFranceVae,
        }),
        { Ways: { } ways } => (QuestionKind.Ways, new AskedQuestion
        {
            Code = code,
            Date = ways.Day,
            Situation = ParameterValues.Of(ways.Situation),
            SeniorityMonths = ways.SeniorityMonths,
            ChangesJob = ways.ChangesJob,
            YoungOrOnBenefits = ways.IsYoungOrOnBenefits,
        }),
        _ => (QuestionKind.Worth, new AskedQuestion
        {
            Code = code,
            Day = known.Worth!.Day,
            Branch = known.Worth.Branch?.ToString(),
            StartedOn = known.Worth.StartedOn,
            AwardedOn = known.Worth.AwardedOn,
        }),
    };
}
