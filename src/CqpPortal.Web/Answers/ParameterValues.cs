using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Ways;

namespace CqpPortal.Web.Answers;

/// <summary>The values of parameters and answers as they are written outside: in addresses, JSON and files.</summary>
internal static class ParameterValues
{
    public static IReadOnlyDictionary<string, Situation> Situations { get; } = new Dictionary<string, Situation>
    {
        ["employee"] = Situation.Employee,
        ["job-seeker"] = Situation.JobSeeker,
        ["self-employed"] = Situation.SelfEmployed,
        ["public-agent"] = Situation.PublicAgent,
        ["retired"] = Situation.Retired,
        ["young"] = Situation.Young,
        ["volunteer"] = Situation.Volunteer,
        ["carer"] = Situation.Carer,
    };

    public static IReadOnlyDictionary<string, TopUpSource> TopUps { get; } = new Dictionary<string, TopUpSource>
    {
        ["employer"] = TopUpSource.Employer,
        ["opco"] = TopUpSource.Opco,
        ["c2p"] = TopUpSource.C2p,
        ["at-mp"] = TopUpSource.AtMp,
        ["region"] = TopUpSource.Region,
        ["state"] = TopUpSource.State,
        ["other"] = TopUpSource.Other,
    };

    public static string Of(Situation situation) => Situations.First(value => value.Value == situation).Key;

    public static string Of(TopUpSource source) => TopUps.First(value => value.Value == source).Key;

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Eligible => "eligible",
        Verdict.EligibleUnderConditions => "eligible-under-conditions",
        Verdict.NotEligible => "not-eligible",
        _ => "undetermined",
    };

    public static string Of(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Met => "met",
        FindingOutcome.NotMet => "not-met",
        FindingOutcome.Warning => "warning",
        _ => "unknown",
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Of(Way way) => way switch
    {
        Way.Plan => "plan",
        Way.Cpf => "cpf",
        Way.ContratPro => "contrat-pro",
        Way.Apprentissage => "apprentissage",
        Way.ProA => "pro-a",
        Way.Reconversion => "reconversion",
        Way.Ptp => "ptp",
        Way.Poe => "poe",
        Way.Aif => "aif",
        _ => "vae",
    };
}
