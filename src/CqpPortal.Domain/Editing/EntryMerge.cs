namespace CqpPortal.Domain.Editing;

/// <summary>
/// Brings together two texts written from the same one. What only one of them changed is kept; what both changed differently is a conflict,
/// which a person decides. Nothing is chosen silently.
/// </summary>
public sealed class EntryMerge
{
    private readonly Dictionary<string, string> _base;
    private readonly Dictionary<string, string> _theirs;
    private readonly Dictionary<string, string> _yours;
    private readonly Dictionary<string, string> _merged = [];
    private readonly List<MergeConflict> _conflicts = [];
    private readonly List<FieldChange> _byThem = [];
    private readonly List<FieldChange> _byYou = [];

    /// <param name="start">The text that both had before them.</param>
    /// <param name="theirs">The text that was saved meanwhile.</param>
    /// <param name="yours">The text that comes now.</param>
    public EntryMerge(EntryText start, EntryText theirs, EntryText yours)
    {
        (_base, _theirs, _yours) = (EntryFields.Of(start), EntryFields.Of(theirs), EntryFields.Of(yours));
        foreach (var row in _base.Keys.Union(_theirs.Keys).Union(_yours.Keys).Where(path => !EntryFields.IsOrder(path)).GroupBy(EntryComparison.RowOf)) MergeRow(row.Key, [.. row]);
        foreach (var path in _base.Keys.Union(_theirs.Keys).Union(_yours.Keys).Where(EntryFields.IsOrder)) MergeOrder(path);
        Conflicts = _conflicts;
    }

    /// <summary>What a person has to decide; empty where the texts come together by themselves.</summary>
    public IReadOnlyList<MergeConflict> Conflicts { get; }

    /// <summary>What only they changed.</summary>
    public IReadOnlyList<FieldChange> ByThem => _byThem;

    /// <summary>What only you changed.</summary>
    public IReadOnlyList<FieldChange> ByYou => _byYou;

    /// <summary>The text with what nobody disputes, and what they wrote where it is disputed.</summary>
    public EntryText Undisputed => Settle(new Dictionary<string, string?>());

    /// <summary>The text with the decisions taken.</summary>
    /// <param name="chosen">The value kept for each path in conflict, null to take it away; of a row, any value keeps it as its author wrote it. What is not decided stays as they wrote it.</param>
    public EntryText Settle(IReadOnlyDictionary<string, string?> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var settled = new Dictionary<string, string>(_merged);
        foreach (var conflict in _conflicts)
        {
            var value = chosen.TryGetValue(conflict.Path, out var decided) ? decided : conflict.Theirs;
            if (!conflict.IsRow)
            {
                if (value is null) settled.Remove(conflict.Path);
                else settled[conflict.Path] = value;
                continue;
            }
            foreach (var path in settled.Keys.Where(path => EntryComparison.RowOf(path) == conflict.Path).ToList()) settled.Remove(path);
            if (value is null) continue;
            var author = conflict.Theirs is null ? _yours : _theirs;
            foreach (var (path, written) in author.Where(said => EntryComparison.RowOf(said.Key) == conflict.Path)) settled[path] = written;
        }
        return EntryFields.ToText(settled);
    }

    private void MergeRow(string row, List<string> paths)
    {
        var isRow = row != paths[0];
        bool Has(Dictionary<string, string> side) => paths.Exists(side.ContainsKey);
        if (isRow && Has(_base) && Has(_theirs) != Has(_yours))
        {
            var (kept, isTheirs) = Has(_theirs) ? (_theirs, true) : (_yours, false);
            if (paths.TrueForAll(path => kept.GetValueOrDefault(path) == _base.GetValueOrDefault(path)))
            {
                // One took away a row that the other left as it was.
                foreach (var path in paths.Where(_base.ContainsKey)) (isTheirs ? _byYou : _byThem).Add(new FieldChange(path, _base[path], null));
                return;
            }
            foreach (var path in paths.Where(kept.ContainsKey)) _merged[path] = kept[path];
            var title = FirstOf(kept, paths);
            _conflicts.Add(new MergeConflict(row, FirstOf(_base, paths), isTheirs ? title : null, isTheirs ? null : title));
            return;
        }
        foreach (var path in paths) MergeField(path);
    }

    private void MergeField(string path)
    {
        var (start, theirs, yours) = (_base.GetValueOrDefault(path), _theirs.GetValueOrDefault(path), _yours.GetValueOrDefault(path));
        var merged = theirs;
        if (theirs == yours) merged = theirs;
        else if (start == theirs)
        {
            merged = yours;
            _byYou.Add(new FieldChange(path, start, yours));
        }
        else if (start == yours) _byThem.Add(new FieldChange(path, start, theirs));
        else if (EntryFields.IsSet(path)) merged = MergeSets(start, theirs, yours);
        else _conflicts.Add(new MergeConflict(path, start ?? "", theirs ?? "", yours ?? ""));
        if (!string.IsNullOrEmpty(merged) || (merged is not null && path.EndsWith("/title", StringComparison.Ordinal)) || path.EndsWith("/committee", StringComparison.Ordinal) && merged is not null)
            _merged[path] = merged;
    }

    private static string MergeSets(string? start, string? theirs, string? yours)
    {
        var (before, they, you) = (EntryFields.Split(start ?? ""), EntryFields.Split(theirs ?? ""), EntryFields.Split(yours ?? ""));
        return EntryFields.Set(they.Union(you).Where(id => (they.Contains(id) && you.Contains(id)) || !before.Contains(id)));
    }

    /// <summary>The order of whoever moved rows; where both did, yours, with their new rows after the row they followed.</summary>
    private void MergeOrder(string path)
    {
        var (start, theirs, yours) = (Order(_base, path), Order(_theirs, path), Order(_yours, path));
        var (leading, following) = yours.Where(start.Contains).SequenceEqual(start.Where(yours.Contains)) ? (theirs, yours) : (yours, theirs);
        var order = leading.ToList();
        foreach (var (index, id) in following.Index())
        {
            if (order.Contains(id)) continue;
            var after = following.Take(index).LastOrDefault(order.Contains);
            order.Insert(after is null ? 0 : order.IndexOf(after) + 1, id);
        }
        if (order.Count > 0) _merged[path] = EntryFields.Order(order);
    }

    private static string[] Order(Dictionary<string, string> fields, string path) => EntryFields.Split(fields.GetValueOrDefault(path, ""));

    private static string? FirstOf(Dictionary<string, string> fields, List<string> paths) =>
        paths.Where(path => path.EndsWith("/title", StringComparison.Ordinal) || path.EndsWith("/committee", StringComparison.Ordinal) || path.EndsWith("/open", StringComparison.Ordinal))
            .Select(path => fields.GetValueOrDefault(path)).FirstOrDefault();
}
