using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Wording;

/// <summary>Two texts of an entry field by field, in words.</summary>
internal sealed class ComparedTexts
{
    private readonly IReadOnlyDictionary<string, string> _committees;

    private ComparedTexts(EntryText was, EntryText now, IReadOnlyDictionary<string, string> branches, IReadOnlyDictionary<string, string> committees)
    {
        _committees = committees;
        // Each side names rows as it does itself.
        var (words, before, after) = (new EntryWords([was, now], branches), new EntryWords([was], branches), new EntryWords([now], branches));
        Changes = [.. EntryComparison.Between(was, now).Select(change => new ComparedField(words.Label(change.Path), Said(before, change.Path, change.Was), Said(after, change.Path, change.Now)))];
    }

    /// <summary>The fields that differ, as the entry is read.</summary>
    public IReadOnlyList<ComparedField> Changes { get; }

    /// <summary>Compares each pair, with the names of their branches and committees.</summary>
    public static async Task<IReadOnlyList<ComparedTexts>> OfAsync(PortalDbContext database, IReadOnlyList<(EntryText Was, EntryText Now)> pairs, CancellationToken cancellationToken)
    {
        var owners = pairs.SelectMany(pair => pair.Was.Owners.Concat(pair.Now.Owners)).ToList();
        var idccs = owners.Select(owner => Idcc.TryParse(owner.Branch, null, out var idcc) ? idcc : null).OfType<Idcc>().Distinct().ToList();
        var keys = owners.Select(owner => owner.Committee).OfType<string>().Distinct().ToList();
        var branches = await database.Branches.AsNoTracking().Where(branch => idccs.Contains(branch.Idcc)).ToDictionaryAsync(branch => branch.Idcc.ToString(), branch => branch.Name, cancellationToken);
        var committees = await database.BranchCommittees.AsNoTracking().Where(committee => keys.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        return [.. pairs.Select(pair => new ComparedTexts(pair.Was, pair.Now, branches, committees))];
    }

    /// <summary>Null where the field was not there.</summary>
    private string? Said(EntryWords words, string path, string? value)
    {
        if (value is null) return null;
        if (path.EndsWith("/committee", StringComparison.Ordinal)) return value.Length == 0 ? Say("Commission non précisée") : _committees.GetValueOrDefault(value, value);
        // Numbers would all seem to change where one row moves.
        if (path.EndsWith("/order", StringComparison.Ordinal)) return string.Join('\n', words.Value(path, value).Split('\n').Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        return path.EndsWith("-on", StringComparison.Ordinal) && DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.InWords() : words.Value(path, value);
    }
}

/// <summary>A field that differs, and what it says on each side; null where it was not, or is no longer, there.</summary>
internal sealed record ComparedField(string Label, string? Was, string? Now)
{
    public IReadOnlyList<WordDiff> Words { get; } = WordDiff.Between(Was ?? "", Now ?? "");
}
