namespace CqpPortal.Domain.Editing;

/// <summary>Two versions of an entry, field by field.</summary>
public static class EntryComparison
{
    private static readonly string[] Kinds = ["owner", "activity", "block", "skill", "assessment", "route"];

    /// <summary>The fields that differ, in the order in which the entry is read.</summary>
    public static IReadOnlyList<FieldChange> Between(EntryText was, EntryText now)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        var (before, after) = (EntryFields.Of(was), EntryFields.Of(now));
        var places = Places(was).Concat(Places(now)).Distinct().Index().ToDictionary(place => place.Item, place => place.Index);
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(path => new FieldChange(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
                .Where(change => change.Was != change.Now && !MovedNothing(change))
                .OrderBy(change => places.GetValueOrDefault(RowOf(change.Path), int.MaxValue)).ThenBy(change => change.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The row that a field belongs to, such as <c>skill/k3f9</c>; the field itself where it is there once.</summary>
    public static string RowOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.LastIndexOf('/') is > 0 and var end && !EntryFields.IsOrder(path) ? path[..end] : path;
    }

    private static IEnumerable<string> Places(EntryText text) =>
    [
        .. EntryFields.Alone,
        .. Kinds.SelectMany(kind => Rows(text, kind).Select(id => $"{kind}/{id}").Append($"{kind}/order")),
    ];

    private static IEnumerable<string> Rows(EntryText text, string kind) => kind switch
    {
        "owner" => text.Owners.Select(owner => owner.Branch),
        "activity" => text.Activities.Select(row => row.Id),
        "block" => text.Blocks.Select(row => row.Id),
        "skill" => text.Skills.Select(row => row.Id),
        "assessment" => text.Assessments.Select(row => row.Id),
        _ => text.Routes.Select(route => route.Code.ToString()),
    };

    /// <summary>Whether an order differs only by rows that came or went, which are changes of their own.</summary>
    private static bool MovedNothing(FieldChange change)
    {
        if (!EntryFields.IsOrder(change.Path)) return false;
        var (was, now) = (EntryFields.Split(change.Was ?? ""), EntryFields.Split(change.Now ?? ""));
        return was.Where(now.Contains).SequenceEqual(now.Where(was.Contains));
    }
}
