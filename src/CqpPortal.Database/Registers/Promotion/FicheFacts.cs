using System.Globalization;
using System.Text.RegularExpressions;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>What a fiche says, in the domain's terms.</summary>
internal static partial class FicheFacts
{
    private const int LongestSkill = 500;
    private const int LongestLabel = 2000;

    /// <summary>The register's own limit for its longest texts; the mirror keeps what goes beyond.</summary>
    private const int LongestText = 64 * 1024;

    /// <exception cref="ArgumentException">The dates or the level are impossible; the message says which.</exception>
    public static Registration Registration(Fiche fiche)
    {
        if (fiche.Dates.EndsOn is not { } end) throw new ArgumentException($"{fiche.Number} has no end of registration.");
        var dates = new RegistrationDates(end)
        {
            DecidedOn = fiche.Dates.DecidedOn,
            PublishedOn = fiche.Dates.PublishedOn,
            EffectOn = fiche.Dates.EffectiveOn,
            // A limit before the end says nothing: it is left out rather than the whole fiche.
            DeliveryDeadline = fiche.Dates.DeliverableUntil >= end ? fiche.Dates.DeliverableUntil : null,
        };
        var registration = new Registration(fiche.Number, null, dates);
        if (fiche.Number.Register == Register.Rncp && !registration.PrecedesReform && Level(fiche) is { } level) registration = new Registration(fiche.Number, level, dates);
        if (fiche.Number.Register == Register.Rncp)
        {
            foreach (var block in fiche.Blocks.Where(block => !string.IsNullOrWhiteSpace(block.Code)).DistinctBy(block => block.Code!.Trim()))
                registration.AddBlock(new RegisteredBlock(FicheText.Cut(block.Code!.Trim(), RegisteredBlock.MaxCodeLength), Label(block.Label) ?? block.Code!.Trim()));
        }
        return registration;
    }

    /// <summary>What <see cref="Registration"/> stumbles upon.</summary>
    public static Message WhyImpossible(FicheDates dates) =>
        dates.EndsOn is null ? Message.Of($"le registre ne donne pas de fin d’enregistrement")
        : FicheDateCheck.Contradiction(dates) ?? Message.Of($"un enregistrement dure {Domain.Recognition.Registration.MaxYears} ans au plus (L. 6113-5)");

    /// <summary>Branches of the collective agreements: an IDCC where the fiche gives one, else that of the brochure.</summary>
    /// <param name="known">The branches the portal knows.</param>
    /// <param name="fiche">Read for its agreements.</param>
    public static IReadOnlyList<OwningBranch> Branches(Fiche fiche, IReadOnlySet<string> known)
    {
        var given = fiche.IdccCodes.Select(code => Idcc.TryParse(code.Code, null, out var idcc) ? idcc : null).OfType<Idcc>();
        var throughBrochures = fiche.Agreements.SelectMany(agreement => ReferenceFile.Brochures.GetValueOrDefault(agreement.Code ?? "")?.Branches ?? []);
        return [.. given.Concat(throughBrochures).Distinct().Where(idcc => known.Contains(idcc.ToString())).Select(idcc => new OwningBranch(idcc))];
    }

    public static CertificationTexts Texts(Fiche fiche) => new()
    {
        Purpose = Text(fiche.Texts.Objectives),
        Sectors = Text(fiche.Texts.Sectors),
        RegulatedActivity = Text(fiche.Texts.Regulations),
        EntryPrerequisites = Text(fiche.Texts.EntryPrerequisites),
        ValidationPrerequisites = Text(fiche.Texts.ValidationPrerequisites),
        PartialValidation = Text(fiche.Texts.PartialValidationScope),
    };

    /// <summary>Skills block by block, each with its block's way of assessment; what has no block keeps the skills attested as a whole.</summary>
    public static FrameworkSet Frameworks(Fiche fiche)
    {
        var blocks = new List<SkillBlock>();
        var assessments = new List<Assessment>();
        foreach (var (position, written) in fiche.Blocks.Index())
        {
            var block = new SkillBlock(position, ShortCode(written.Code), Label(written.Label));
            var assessment = Text(written.Assessment) is { } method
                ? new Assessment(position, "Évaluation du bloc " + (ShortCode(written.Code) ?? (position + 1).ToString(CultureInfo.InvariantCulture))) { Method = method }
                : null;
            if (assessment is not null) assessments.Add(assessment);
            AddSkills(block, written.Skills, assessment);
            blocks.Add(block);
        }
        if (blocks.Count == 0 && fiche.Texts.AttestedSkills is { } attested)
        {
            var whole = new SkillBlock(0, null, null);
            AddSkills(whole, attested, null);
            blocks.Add(whole);
        }
        return new FrameworkSet
        {
            TargetJobs = FicheText.Lines(fiche.Texts.TargetJobs, LongestSkill),
            Activities = [.. FicheText.Lines(fiche.Texts.Activities, LongestSkill).Select((line, position) => new Activity(position, line))],
            Blocks = blocks,
            Assessments = assessments,
        };
    }

    public static IEnumerable<AccessRoute> Routes(Fiche fiche) =>
        fiche.Routes.Where(route => route.IsOpen is not null).DistinctBy(route => route.Code)
            .Select(route => new AccessRoute(route.Code, route.IsOpen!.Value, Text(route.Jury)));

    /// <summary>Years whose figures hold together; the others are left to the fiche.</summary>
    public static IEnumerable<YearStatistics> Statistics(Fiche fiche)
    {
        foreach (var year in fiche.Statistics.Where(year => year is { Year: >= 1990 and <= 2100, Certified: >= 0 }).DistinctBy(year => year.Year))
        {
            var vae = year.CertifiedByPriorExperience;
            yield return new YearStatistics(year.Year!.Value, year.Certified!.Value)
            {
                CertifiedByVae = vae >= 0 && vae <= year.Certified ? vae : null,
                InsertionRateAtSixMonths = Rate(year.EmployedAfterSixMonths),
                InsertionRateInJobAtTwoYears = Rate(year.InTargetJobAfterTwoYears),
            };
        }
    }

    public static IEnumerable<ClassificationCode> Codes(Fiche fiche) =>
    [
        .. Of(Classification.Rome, fiche.RomeCodes),
        .. Of(Classification.Nsf, fiche.NsfCodes),
        .. Of(Classification.Formacode, fiche.Formacodes),
    ];

    public static string Title(Fiche fiche) => FicheText.Cut(FicheText.Paragraph(fiche.Title)!, Certification.MaxTitleLength);

    /// <summary>The numbers written in a list, where they are numbers.</summary>
    public static IEnumerable<RegistryNumber> Numbers(IEnumerable<string> written) =>
        written.Select(text => RegistryNumber.TryParse(text, null, out var number) ? number : null).OfType<RegistryNumber>().Distinct();

    private static string? Text(string? written) => FicheText.Paragraph(written) is { } text ? FicheText.Cut(text, LongestText) : null;

    private static string? Label(string? written) => FicheText.Paragraph(written) is { } text ? FicheText.Cut(text, LongestLabel) : null;

    private static void AddSkills(SkillBlock block, string? text, Assessment? assessment)
    {
        foreach (var (position, line) in FicheText.Lines(text, LongestSkill).Index())
        {
            var skill = new Skill(position, line);
            if (assessment is not null) skill.IsAssessedBy(assessment);
            block.Add(skill);
        }
    }

    private static QualificationLevel? Level(Fiche fiche) =>
        LevelDigit().Match(fiche.Level?.Code ?? fiche.Level?.Label ?? "") is { Success: true } match ? new QualificationLevel(match.Groups[1].Value[0] - '0') : null;

    // RNCP35419BC02 is BC02 within its certification, whatever the number of the year.
    private static string? ShortCode(string? code) =>
        string.IsNullOrWhiteSpace(code) ? null : BlockOrder().Match(code) is { Success: true } match ? match.Value.ToUpperInvariant() : FicheText.Cut(code.Trim(), 20);

    private static IEnumerable<ClassificationCode> Of(Classification classification, IReadOnlyList<CodedLabel> codes) =>
        codes.Select(code => code.Code?.Trim() ?? "").Where(code => code.Length is > 0 and <= 10).Distinct().Select(code => new ClassificationCode(classification, code));

    private static int? Rate(decimal? rate) => rate is >= 0 and <= 100 ? (int)decimal.Round(rate.Value) : null;

    [GeneratedRegex(@"^\s*NIV(?:EAU)?\s*([1-8])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelDigit();

    [GeneratedRegex(@"BC[0-9]{1,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockOrder();
}
