using System.Globalization;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>A fact in lines of French: two facts are the same when their lines are, and a contradiction is shown in them.</summary>
internal static class FactWords
{
    public static string Purpose(CertificationTexts texts) => Lines([texts.Purpose, texts.Sectors, texts.RegulatedActivity]);

    public static string Prerequisites(CertificationTexts texts) => Lines([texts.EntryPrerequisites, texts.ValidationPrerequisites, texts.PartialValidation]);

    public static string Of(IEnumerable<OwningBranch> owners) => Lines(owners.Select(owner => "IDCC " + owner.Branch).Order(StringComparer.Ordinal));

    public static string Of(IEnumerable<Registration> registrations) => Lines(registrations.OrderBy(registration => registration.EndsOn).Select(registration =>
        $"{registration.Number} : décision {Day(registration.DecidedOn)}, publication {Day(registration.PublishedOn)}, effet {Day(registration.EffectOn)}, fin {Day(registration.EndsOn)}"
        + $"{(registration.DeliveryDeadline is { } limit ? $", délivrance jusqu’au {Day(limit)}" : "")}{(registration.Level is { } level ? $", niveau {level}" : "")}"));

    public static string Of(IEnumerable<AccessRoute> routes) => Lines(routes.OrderBy(route => route.Code).Select(route =>
        $"{Name(route.Code)} : {(route.IsOpen ? "ouvert" : "fermé")}{(route.Jury is null ? "" : $", jury : {route.Jury}")}"));

    public static string Of(IEnumerable<YearStatistics> years) => Lines(years.OrderBy(year => year.Year).Select(year =>
        $"{year.Year} : {year.Certified} certifiés{(year.CertifiedByVae is { } vae ? $" dont {vae} par la VAE" : "")}"
        + $"{(year.InsertionRateAtSixMonths is { } six ? $", {six} % en emploi à 6 mois" : "")}{(year.InsertionRateInJobAtTwoYears is { } two ? $", {two} % dans le métier à 2 ans" : "")}"));

    public static string Of(IEnumerable<ClassificationCode> codes) => Lines(codes.Select(code => $"{code.Classification} {code.Code}").Order(StringComparer.Ordinal));

    public static string Of(IEnumerable<RegistryNumber> successors) => Lines(successors.Order().Select(number => "remplacé par " + number));

    public static IReadOnlyDictionary<CertificationFact, string> Frameworks(Certification certification) => Frameworks(new FrameworkSet
    {
        WorkSituations = certification.WorkSituations,
        TargetJobs = certification.TargetJobs,
        Activities = certification.Activities,
        Blocks = certification.Blocks,
        Assessments = certification.Assessments,
    });

    public static IReadOnlyDictionary<CertificationFact, string> Frameworks(FrameworkSet set) => new Dictionary<CertificationFact, string>
    {
        [CertificationFact.Activities] = Lines([set.WorkSituations, .. set.TargetJobs, .. set.Activities.OrderBy(activity => activity.Position).Select(activity => Joined(activity.Title, activity.Description))]),
        [CertificationFact.Skills] = Lines(set.Blocks.OrderBy(block => block.Position).SelectMany(block =>
            block.Skills.OrderBy(skill => skill.Position).Select(skill => skill.Title).Prepend(Joined(block.Code, block.Title)))),
        [CertificationFact.Assessment] = Lines(set.Assessments.OrderBy(assessment => assessment.Position).Select(assessment => Joined(assessment.Title, assessment.Method))),
    };

    private static string Name(AccessRouteCode code) => code switch
    {
        AccessRouteCode.InitialTraining => "formation initiale",
        AccessRouteCode.Apprenticeship => "apprentissage",
        AccessRouteCode.ContinuingTraining => "formation continue",
        AccessRouteCode.ProfessionalisationContract => "contrat de professionnalisation",
        AccessRouteCode.IndividualApplication => "candidature individuelle",
        _ => "VAE",
    };

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "non dite";

    private static string Joined(string? first, string? second) => string.Join(" : ", new[] { first, second }.Where(text => !string.IsNullOrWhiteSpace(text)));

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
