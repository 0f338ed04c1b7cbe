using System.Globalization;
using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Editing;

/// <summary>
/// An entry as fields with paths, such as <c>title</c> or <c>skill/k3f9/title</c>: what is compared, merged, commented and signed. The order of the rows
/// is a field too, and a row is there when its first field is.
/// </summary>
public static class EntryFields
{
    /// <summary>Joins the identifiers of a list of rows.</summary>
    private const char Separator = ' ';

    private static readonly (string Name, Func<EntryText, string> Read, Func<EntryText, string, EntryText> Write)[] Texts =
    [
        ("title", text => text.Title, (text, value) => text with { Title = value }),
        ("local-code", text => text.LocalCode, (text, value) => text with { LocalCode = value }),
        ("purpose", text => text.Purpose, (text, value) => text with { Purpose = value }),
        ("sectors", text => text.Sectors, (text, value) => text with { Sectors = value }),
        ("target-jobs", text => text.TargetJobs, (text, value) => text with { TargetJobs = value }),
        ("work-situations", text => text.WorkSituations, (text, value) => text with { WorkSituations = value }),
        ("regulated-activity", text => text.RegulatedActivity, (text, value) => text with { RegulatedActivity = value }),
        ("entry-prerequisites", text => text.EntryPrerequisites, (text, value) => text with { EntryPrerequisites = value }),
        ("validation-prerequisites", text => text.ValidationPrerequisites, (text, value) => text with { ValidationPrerequisites = value }),
        ("partial-validation", text => text.PartialValidation, (text, value) => text with { PartialValidation = value }),
        ("information-page", text => text.InformationPage, (text, value) => text with { InformationPage = value }),
        ("rome", text => text.Rome, (text, value) => text with { Rome = value }),
        ("nsf", text => text.Nsf, (text, value) => text with { Nsf = value }),
        ("formacodes", text => text.Formacodes, (text, value) => text with { Formacodes = value }),
    ];

    /// <summary>Names of the fields that are there once, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Alone { get; } = ["kind", .. Texts.Select(text => text.Name)];

    /// <summary>Every field that says something.</summary>
    public static Dictionary<string, string> Of(EntryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = new Dictionary<string, string> { ["kind"] = text.Kind.ToString() };
        foreach (var (name, read, _) in Texts)
            if (read(text).Length > 0) fields[name] = read(text);
        foreach (var owner in text.Owners)
        {
            fields[$"owner/{owner.Branch}/committee"] = owner.Committee ?? "";
            if (owner.JoinedOn is { } joined) fields[$"owner/{owner.Branch}/joined-on"] = Iso(joined);
            if (owner.LeftOn is { } left) fields[$"owner/{owner.Branch}/left-on"] = Iso(left);
        }
        foreach (var route in text.Routes)
        {
            fields[$"route/{route.Code}/open"] = route.IsOpen ? "yes" : "no";
            Say(fields, $"route/{route.Code}/jury", route.Jury);
        }
        Rows(fields, "activity", text.Activities, row => row.Id, row => [("title", row.Title), ("description", row.Description)]);
        Rows(fields, "block", text.Blocks, row => row.Id, row => [("title", row.Title), ("code", row.Code)]);
        Rows(fields, "skill", text.Skills, row => row.Id, row =>
        [
            ("title", row.Title), ("block", row.Block), ("activities", Set(row.Activities)), ("assessments", Set(row.Assessments)),
            ("transversal", row.IsTransversal ? "yes" : ""), ("knowledge", row.Knowledge),
        ]);
        Rows(fields, "assessment", text.Assessments, row => row.Id, row =>
            [("title", row.Title), ("method", row.Method), ("criteria", row.Criteria), ("threshold", row.Threshold)]);
        return fields;
    }

    /// <summary>The entry that says these fields. Links to rows that are not there are left out.</summary>
    public static EntryText ToText(IReadOnlyDictionary<string, string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        string At(string path) => fields.GetValueOrDefault(path, "");
        var text = new EntryText { Kind = Enum.TryParse<CertificationKind>(At("kind"), out var kind) ? kind : CertificationKind.Cqp };
        foreach (var (name, _, write) in Texts) text = write(text, At(name));
        var activities = Ids(fields, "activity");
        var blocks = Ids(fields, "block");
        var assessments = Ids(fields, "assessment");
        return text with
        {
            Owners =
            [
                .. Keys(fields, "owner", "committee").Order(StringComparer.Ordinal).Select(branch =>
                    new OwnerRow(branch, NullIfEmpty(At($"owner/{branch}/committee")), Day(At($"owner/{branch}/joined-on")), Day(At($"owner/{branch}/left-on")))),
            ],
            Routes =
            [
                .. Keys(fields, "route", "open").Select(Enum.Parse<AccessRouteCode>).Order()
                    .Select(code => new RouteRow(code, At($"route/{code}/open") == "yes", At($"route/{code}/jury"))),
            ],
            Activities = [.. activities.Select(id => new ActivityRow(id, At($"activity/{id}/title"), At($"activity/{id}/description")))],
            Blocks = [.. blocks.Select(id => new BlockRow(id, At($"block/{id}/code"), At($"block/{id}/title")))],
            Assessments =
            [
                .. assessments.Select(id => new AssessmentRow(id, At($"assessment/{id}/title"))
                {
                    Method = At($"assessment/{id}/method"),
                    Criteria = At($"assessment/{id}/criteria"),
                    Threshold = At($"assessment/{id}/threshold"),
                }),
            ],
            Skills =
            [
                .. Ids(fields, "skill").Select(id => new SkillRow(id, At($"skill/{id}/title"))
                {
                    Block = blocks.Contains(At($"skill/{id}/block")) ? At($"skill/{id}/block") : "",
                    Activities = [.. Split(At($"skill/{id}/activities")).Where(activities.Contains)],
                    Assessments = [.. Split(At($"skill/{id}/assessments")).Where(assessments.Contains)],
                    IsTransversal = At($"skill/{id}/transversal") == "yes",
                    Knowledge = At($"skill/{id}/knowledge"),
                }),
            ],
        };
    }

    /// <summary>Whether the field holds identifiers of rows as a set: two people may add to it without contradicting each other.</summary>
    internal static bool IsSet(string path) => path.EndsWith("/activities", StringComparison.Ordinal) || path.EndsWith("/assessments", StringComparison.Ordinal);

    internal static bool IsOrder(string path) => path.EndsWith("/order", StringComparison.Ordinal);

    internal static string Set(IEnumerable<string> ids) => string.Join(Separator, ids.Distinct().Order(StringComparer.Ordinal));

    internal static string Order(IEnumerable<string> ids) => string.Join(Separator, ids);

    internal static string[] Split(string ids) => ids.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    private static void Rows<T>(Dictionary<string, string> fields, string kind, IReadOnlyList<T> rows, Func<T, string> id, Func<T, (string Name, string Value)[]> values)
    {
        if (rows.Count == 0) return;
        fields[$"{kind}/order"] = Order(rows.Select(id));
        foreach (var row in rows)
        {
            var (name, first) = values(row)[0];
            fields[$"{kind}/{id(row)}/{name}"] = first;
            foreach (var (other, value) in values(row)[1..]) Say(fields, $"{kind}/{id(row)}/{other}", value);
        }
    }

    /// <summary>Rows in their order; those that no order names come last, so that none is lost.</summary>
    private static List<string> Ids(IReadOnlyDictionary<string, string> fields, string kind)
    {
        var there = Keys(fields, kind, "title").ToHashSet();
        var ordered = Split(fields.GetValueOrDefault($"{kind}/order", "")).Where(there.Contains).Distinct().ToList();
        return [.. ordered, .. there.Except(ordered).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Keys(IReadOnlyDictionary<string, string> fields, string kind, string first) =>
        fields.Keys.Select(path => path.Split('/')).Where(parts => parts.Length == 3 && parts[0] == kind && parts[2] == first).Select(parts => parts[1]);

    private static void Say(Dictionary<string, string> fields, string path, string value)
    {
        if (value.Length > 0) fields[path] = value;
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
