using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Domain.Editing;

/// <summary>Between a certification and the text that its committees edit.</summary>
public static class CertificationText
{
    private static readonly Dictionary<string, CertificationFact> Facts = new()
    {
        ["title"] = CertificationFact.Title,
        ["purpose"] = CertificationFact.Purpose,
        ["sectors"] = CertificationFact.Purpose,
        ["regulated-activity"] = CertificationFact.Purpose,
        ["owner"] = CertificationFact.Branches,
        ["kind"] = CertificationFact.Branches,
        ["target-jobs"] = CertificationFact.Activities,
        ["work-situations"] = CertificationFact.Activities,
        ["activity"] = CertificationFact.Activities,
        ["block"] = CertificationFact.Skills,
        ["skill"] = CertificationFact.Skills,
        ["assessment"] = CertificationFact.Assessment,
        ["route"] = CertificationFact.AccessRoutes,
        ["entry-prerequisites"] = CertificationFact.Prerequisites,
        ["validation-prerequisites"] = CertificationFact.Prerequisites,
        ["partial-validation"] = CertificationFact.Prerequisites,
        ["rome"] = CertificationFact.Codes,
        ["nsf"] = CertificationFact.Codes,
        ["formacodes"] = CertificationFact.Codes,
    };

    /// <summary>The text that says what the certification says. Its rows are named after those of the certification.</summary>
    public static EntryText Read(Certification certification)
    {
        ArgumentNullException.ThrowIfNull(certification);
        var (texts, blocks) = (certification.Texts, certification.Blocks.OrderBy(block => block.Position).ToList());
        var names = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        // What was never stored has no number: its rows are named by their place.
        void Name<T>(char kind, IEnumerable<T> rows, Func<T, int> id)
            where T : class
        {
            foreach (var (index, row) in rows.Index()) names[row] = id(row) > 0 ? $"{kind}{id(row)}" : $"{kind}{index}n";
        }
        Name('a', certification.Activities.OrderBy(row => row.Position), row => row.Id);
        Name('b', blocks, row => row.Id);
        Name('e', certification.Assessments.OrderBy(row => row.Position), row => row.Id);
        Name('k', blocks.SelectMany(block => block.Skills.OrderBy(skill => skill.Position)), row => row.Id);
        return new EntryText
        {
            Kind = certification.Kind,
            Title = certification.Title,
            LocalCode = certification.LocalCode ?? "",
            Owners = [.. certification.Branches.Select(owner => new OwnerRow(owner.Branch.ToString(), owner.Committee, owner.JoinedOn, owner.LeftOn)).OrderBy(owner => owner.Branch, StringComparer.Ordinal)],
            Purpose = texts.Purpose ?? "",
            Sectors = texts.Sectors ?? "",
            RegulatedActivity = texts.RegulatedActivity ?? "",
            EntryPrerequisites = texts.EntryPrerequisites ?? "",
            ValidationPrerequisites = texts.ValidationPrerequisites ?? "",
            PartialValidation = texts.PartialValidation ?? "",
            InformationPage = texts.InformationPage ?? "",
            WorkSituations = certification.WorkSituations ?? "",
            TargetJobs = Lines(certification.TargetJobs),
            Activities = [.. certification.Activities.OrderBy(row => row.Position).Select(row => new ActivityRow(names[row], row.Title, row.Description ?? ""))],
            Blocks = [.. blocks.Where(IsNamed).Select(row => new BlockRow(names[row], row.Code ?? "", row.Title ?? ""))],
            Skills = [.. blocks.SelectMany(block => block.Skills.OrderBy(skill => skill.Position), (block, skill) => Skill(block, skill, names))],
            Assessments =
            [
                .. certification.Assessments.OrderBy(row => row.Position).Select(row => new AssessmentRow(names[row], row.Title)
                {
                    Method = row.Method ?? "",
                    Criteria = Lines(row.Criteria),
                    Threshold = row.Threshold ?? "",
                }),
            ],
            Routes = [.. certification.Routes.OrderBy(route => route.Code).Select(route => new RouteRow(route.Code, route.IsOpen, route.Jury ?? ""))],
            Rome = Codes(certification, Classification.Rome),
            Nsf = Codes(certification, Classification.Nsf),
            Formacodes = Codes(certification, Classification.Formacode),
        };
    }

    /// <summary>Makes the certification say what the text says, and cites the committee for the facts that change.</summary>
    /// <param name="since">Day on which the committee says so.</param>
    /// <exception cref="ArgumentException">The text says what no certification can: validate it first.</exception>
    public static void Write(EntryText text, Certification certification, DateOnly since)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(certification);
        var said = EntryComparison.Between(Read(certification), text).Select(change => FactOf(change.Path)).OfType<CertificationFact>().Distinct().ToList();
        certification.Rename(text.Title.Trim());
        certification.NumberedAs(NullIfEmpty(text.LocalCode));
        certification.OwnedBy(text.Kind, [.. Owners(text)]);
        certification.Describe(new CertificationTexts
        {
            Purpose = NullIfEmpty(text.Purpose),
            Sectors = NullIfEmpty(text.Sectors),
            RegulatedActivity = NullIfEmpty(text.RegulatedActivity),
            EntryPrerequisites = NullIfEmpty(text.EntryPrerequisites),
            ValidationPrerequisites = NullIfEmpty(text.ValidationPrerequisites),
            PartialValidation = NullIfEmpty(text.PartialValidation),
            InformationPage = NullIfEmpty(text.InformationPage),
        });
        certification.Frame(Frameworks(text));
        certification.ReachedBy([.. text.Routes.Select(route => new AccessRoute(route.Code, route.IsOpen, NullIfEmpty(route.Jury)))]);
        certification.ClassedAs(
        [
            .. Words(text.Rome).Select(code => new ClassificationCode(Classification.Rome, code)),
            .. Words(text.Nsf).Select(code => new ClassificationCode(Classification.Nsf, code)),
            .. Words(text.Formacodes).Select(code => new ClassificationCode(Classification.Formacode, code)),
        ]);
        foreach (var fact in said) certification.Cite(new FactSource(fact, FactOrigin.Committee, since));
    }

    /// <summary>The fact that a field belongs to; null for those of which registers say nothing.</summary>
    public static CertificationFact? FactOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Facts.TryGetValue(path.Split('/')[0], out var fact) ? fact : null;
    }

    public static IEnumerable<OwningBranch> Owners(EntryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Owners.Select(owner => new OwningBranch(Idcc.Parse(owner.Branch, null), owner.Committee, owner.JoinedOn, owner.LeftOn));
    }

    private static FrameworkSet Frameworks(EntryText text)
    {
        var activities = text.Activities.Index().ToDictionary(row => row.Item.Id, row => new Activity(row.Index, row.Item.Title, NullIfEmpty(row.Item.Description)));
        var assessments = text.Assessments.Index().ToDictionary(row => row.Item.Id, row => new Assessment(row.Index, row.Item.Title)
        {
            Method = NullIfEmpty(row.Item.Method),
            Criteria = [.. Lines(row.Item.Criteria)],
            Threshold = NullIfEmpty(row.Item.Threshold),
        });
        var blocks = text.Blocks.Index().ToDictionary(row => row.Item.Id, row => new SkillBlock(row.Index, NullIfEmpty(row.Item.Code), NullIfEmpty(row.Item.Title)));
        // What has no blocks, as in the RS, keeps its skills in one without a name.
        var alone = new SkillBlock(blocks.Count, null, null);
        foreach (var row in text.Skills)
        {
            var block = blocks.GetValueOrDefault(row.Block, alone);
            var skill = new Skill(block.Skills.Count, row.Title) { IsTransversal = row.IsTransversal, Knowledge = [.. Lines(row.Knowledge)] };
            foreach (var id in row.Activities) skill.Serves(activities[id]);
            foreach (var id in row.Assessments) skill.IsAssessedBy(assessments[id]);
            block.Add(skill);
        }
        return new FrameworkSet
        {
            WorkSituations = NullIfEmpty(text.WorkSituations),
            TargetJobs = [.. Lines(text.TargetJobs)],
            Activities = [.. activities.Values],
            Blocks = [.. blocks.Values, .. alone.Skills.Count > 0 ? [alone] : Array.Empty<SkillBlock>()],
            Assessments = [.. assessments.Values],
        };
    }

    private static SkillRow Skill(SkillBlock block, Skill skill, Dictionary<object, string> names) => new(names[skill], skill.Title)
    {
        Block = IsNamed(block) ? names[block] : "",
        Activities = [.. skill.Activities.OrderBy(row => row.Position).Select(row => names[row])],
        Assessments = [.. skill.Assessments.OrderBy(row => row.Position).Select(row => names[row])],
        IsTransversal = skill.IsTransversal,
        Knowledge = Lines(skill.Knowledge),
    };

    private static bool IsNamed(SkillBlock block) => block.Code is not null || block.Title is not null;

    private static string Codes(Certification certification, Classification classification) =>
        string.Join(' ', certification.Codes.Where(code => code.Classification == classification).Select(code => code.Code).Order(StringComparer.Ordinal));

    internal static string[] Words(string text) => [.. text.Split((char[])[' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
