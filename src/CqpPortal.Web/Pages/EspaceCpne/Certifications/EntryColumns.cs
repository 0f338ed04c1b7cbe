using System.Text.RegularExpressions;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The columns under which entries go out and come in: one a field, under the words of the pages.</summary>
internal static partial class EntryColumns
{
    /// <summary>Number of the entry; empty for one to create.</summary>
    public const string Key = "Fiche";

    /// <summary>Address of the certification, where it has one and no entry yet.</summary>
    public const string Address = "Adresse";

    public const string Branches = "Branches (IDCC)";

    /// <summary>One line a skill, activity and assessment: what the editor takes as a pasted table, with bars for tabs.</summary>
    public const string Frameworks = "Référentiels (activité | compétence | bloc | évaluation)";

    private const string Bar = " | ";

    private static readonly EntryWords Words = new([]);

    /// <summary>Heading and path of each field. French in both languages: a file goes from one to the other.</summary>
    public static IReadOnlyList<(string Heading, string Path)> Fields { get; } = InFrench(() => (IReadOnlyList<(string, string)>)
    [
        .. EntryFields.Alone.Select(path => (Words.Label(path), path)),
        .. Enum.GetValues<AccessRouteCode>().SelectMany(code => new[] { (Words.Label($"route/{code}/open"), $"route/{code}/open"), (Words.Label($"route/{code}/jury"), $"route/{code}/jury") }),
    ]);

    public static IReadOnlyList<string> Headings { get; } = [Key, Address, Branches, .. Fields.Select(column => column.Heading), Frameworks];

    public static IEnumerable<string> Cells(OwnedCertification owned, EntryText text)
    {
        var fields = EntryFields.Of(text);
        return
        [
            owned.EntryId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", owned.Slug ?? "", string.Join(' ', text.Owners.Select(owner => owner.Branch)),
            .. Fields.Select(column => Shown(column.Path, fields.GetValueOrDefault(column.Path, ""))),
            FrameworksOf(text),
        ];
    }

    /// <summary>The linked rows of a text. What no skill links, and what rows say beside their titles, stays in the editor.</summary>
    public static string FrameworksOf(EntryText text) => string.Join('\n',
        from skill in text.Skills
        from activity in text.Activities.Where(row => skill.Activities.Contains(row.Id))
        from assessment in text.Assessments.Where(row => skill.Assessments.Contains(row.Id)).Select(row => row.Title).DefaultIfEmpty("")
        let block = text.Blocks.FirstOrDefault(row => row.Id == skill.Block)
        select string.Join(Bar, new[] { activity.Title, skill.Title, block is null ? "" : block.Code.Length > 0 ? block.Code : block.Title, assessment }.Select(cell => cell.ReplaceLineEndings(" "))));

    /// <summary>The same as a table to add.</summary>
    public static PastedTable Table(string cell) => PastedTable.Read(Bars().Replace(cell, "\t"));

    /// <summary>A cell as the field keeps it; null where it is none of the words that the column takes.</summary>
    public static string? Read(string path, string cell)
    {
        if (path == "kind") return cell.ToUpperInvariant() switch { "CQP" or "" => nameof(CertificationKind.Cqp), "CQPI" => nameof(CertificationKind.Cqpi), _ => null };
        if (path.EndsWith("/open", StringComparison.Ordinal)) return cell.ToLowerInvariant() switch { "oui" => "yes", "non" => "no", "" => "", _ => null };
        return cell;
    }

    [GeneratedRegex(@"[ \t\u00a0]*\|[ \t\u00a0]*")]
    private static partial Regex Bars();

    private static string Shown(string path, string value) => path == "kind" || path.EndsWith("/open", StringComparison.Ordinal) ? InFrench(() => Words.Value(path, value)) : value;

    private static T InFrench<T>(Func<T> read)
    {
        using var french = Written.In(Language.French);
        return read();
    }
}
