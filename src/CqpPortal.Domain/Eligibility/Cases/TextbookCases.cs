using System.Text.Json;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;

namespace CqpPortal.Domain.Eligibility.Cases;

/// <summary>The worked cases, from the files of this folder: a new rule is tried on them, and the tests hold the answers to them.</summary>
public static class TextbookCases
{
    /// <summary>Of the provider in the cases that name one.</summary>
    public const string Siret = "12345678200010";

    private static readonly Lazy<Dictionary<string, TextbookCertification>> Written = new(() => Open<Dictionary<string, TextbookCertification>>("certifications"));

    private static readonly Lazy<IReadOnlyDictionary<string, CertificationFacts>> Facts = new(() =>
        Written.Value.ToDictionary(known => known.Key, known => known.Value.ToFacts(known.Value.SameAs is { } other ? Written.Value[other] : known.Value)));

    private static readonly Lazy<IReadOnlyList<TextbookCase>> Cases = new(() =>
    [
        .. Open<CpfCase[]>("cpf").Select(row => row.ToCase()), .. Open<VaeCase[]>("vae").Select(row => row.ToCase()),
        .. Open<WaysCase[]>("ways").Select(row => row.ToCase()), .. Open<WorthCase[]>("worth").Select(row => row.ToCase()),
    ]);

    /// <summary>The certifications that the cases are about, by name.</summary>
    public static IReadOnlyDictionary<string, CertificationFacts> Certifications => Facts.Value;

    /// <summary>CPF, VAE, ways, worth; each by its number.</summary>
    public static IReadOnlyList<TextbookCase> All => Cases.Value;

    private static T Open<T>(string file)
    {
        var name = $"{typeof(TextbookCases).Namespace}.{file}.json";
        using var stream = typeof(TextbookCases).Assembly.GetManifestResourceStream(name) ?? throw new JsonException($"There is no file {name}.");
        return JsonSerializer.Deserialize<T>(stream, PublishedRules.Json)!;
    }

    private static Idcc? Branch(string? idcc) => idcc is null ? null : Idcc.Parse(idcc, null);

    private sealed record Habilitated(bool MayTrain, string State, DateOnly From, DateOnly? Until = null);

    private sealed record CpfCase(
        string Id, string Title, string Certification, DateOnly OrderedOn, Verdict Expected, DateOnly? StartsOn = null, DateOnly? FinishesOn = null, Situation Situation = Situation.Employee,
        string? Block = null, string? Branch = null, decimal? Price = null, decimal? Balance = null, decimal? TopUp = null, TopUpSource? TopUpFrom = null, bool? BlocksDeclared = null,
        Habilitated[]? Habilitations = null)
    {
        public TextbookCase ToCase() => new()
        {
            Id = Id,
            Title = Title,
            Certification = Written.Value[Certification].Title,
            Expected = Expected,
            Cpf = new CpfQuestion
            {
                Certification = Certifications[Certification],
                OrderedOn = OrderedOn,
                StartsOn = StartsOn ?? OrderedOn,
                FinishesOn = FinishesOn,
                Situation = Situation,
                Block = Block,
                Branch = TextbookCases.Branch(Branch),
                Price = Price,
                Balance = Balance,
                TopUp = TopUp,
                TopUpFrom = TopUpFrom,
                BlocksDeclared = BlocksDeclared,
                Provider = Habilitations is null ? null : new ProviderFacts(Siret, [.. Habilitations.Select(known => new Habilitation(known.MayTrain, known.State, new(known.From, known.Until)))]),
            },
        };
    }

    private sealed record VaeCase(
        string Id, string Title, string Certification, DateOnly AppliesOn, Verdict Expected, int? ExperienceMonths = null, int? FilesThisYear = null, int? OtherFilesThisYear = null,
        DateOnly? Day = null, DateOnly? ReceivedOn = null, string? Block = null, VaePayment? Payment = null)
    {
        public TextbookCase ToCase() => new()
        {
            Id = Id,
            Title = Title,
            Certification = Written.Value[Certification].Title,
            Expected = Expected,
            Vae = new VaeQuestion
            {
                Certification = Certifications[Certification],
                AppliesOn = AppliesOn,
                Day = Day ?? AppliesOn,
                ExperienceMonths = ExperienceMonths,
                FilesThisYear = FilesThisYear,
                OtherFilesThisYear = OtherFilesThisYear,
                ReceivedOn = ReceivedOn,
                Block = Block,
                Payment = Payment,
            },
        };
    }

    private sealed record WaysCase(
        string Id, string Title, string Certification, Way Way, DateOnly Day, Verdict Expected, Situation Situation = Situation.Employee, int? SeniorityMonths = null, bool? ChangesJob = null)
    {
        public TextbookCase ToCase() => new()
        {
            Id = Id,
            Title = Title,
            Certification = Written.Value[Certification].Title,
            Expected = Expected,
            Way = Way,
            Ways = new WaysQuestion { Certification = Certifications[Certification], Day = Day, Situation = Situation, SeniorityMonths = SeniorityMonths, ChangesJob = ChangesJob },
        };
    }

    private sealed record WorthCase(
        string Id, string Title, string Certification, DateOnly Day, ExpectedWorth Expected, string? Branch = null, DateOnly? StartedOn = null, DateOnly? AwardedOn = null)
    {
        public TextbookCase ToCase() => new()
        {
            Id = Id,
            Title = Title,
            Certification = Written.Value[Certification].Title,
            ExpectedWorth = Expected,
            Worth = new WorthQuestion
            {
                Certification = Certifications[Certification],
                Day = Day,
                Branch = TextbookCases.Branch(Branch),
                StartedOn = StartedOn,
                AwardedOn = AwardedOn,
            },
        };
    }
}
