using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CqpPortal.Domain.Editing;

/// <summary>The identifiers of the rows of a text.</summary>
public static partial class EntryRows
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int Length = 8;

    /// <summary>An identifier that no other row bears.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Whether a text that came from outside can be an identifier.</summary>
    public static bool IsId(string? text) => text is not null && Written().IsMatch(text);

    /// <summary>
    /// The same text with the rows named, and the skills ordered, as in another one where they bear the same title: a certification is stored without the
    /// identifiers of its rows, and two texts can only be compared row by row when they share them.
    /// </summary>
    public static EntryText NamedAs(EntryText text, EntryText other)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(other);
        var activities = Names(text.Activities.Select(row => (row.Id, row.Title)), other.Activities.Select(row => (row.Id, row.Title)));
        var blocks = Names(text.Blocks.Select(row => (row.Id, row.Code + row.Title)), other.Blocks.Select(row => (row.Id, row.Code + row.Title)));
        var assessments = Names(text.Assessments.Select(row => (row.Id, row.Title)), other.Assessments.Select(row => (row.Id, row.Title)));
        var skills = Names(text.Skills.Select(row => (row.Id, row.Title)), other.Skills.Select(row => (row.Id, row.Title)));
        var places = other.Skills.Index().ToDictionary(row => row.Item.Id, row => row.Index);
        return text with
        {
            Activities = [.. text.Activities.Select(row => row with { Id = activities[row.Id] })],
            Blocks = [.. text.Blocks.Select(row => row with { Id = blocks[row.Id] })],
            Assessments = [.. text.Assessments.Select(row => row with { Id = assessments[row.Id] })],
            Skills =
            [
                .. text.Skills.Select(row => row with
                {
                    Id = skills[row.Id],
                    Block = blocks.GetValueOrDefault(row.Block, ""),
                    Activities = [.. row.Activities.Select(id => activities[id]).Order(StringComparer.Ordinal)],
                    Assessments = [.. row.Assessments.Select(id => assessments[id]).Order(StringComparer.Ordinal)],
                }).OrderBy(row => places.GetValueOrDefault(row.Id, int.MaxValue)),
            ],
        };
    }

    private static Dictionary<string, string> Names(IEnumerable<(string Id, string Words)> rows, IEnumerable<(string Id, string Words)> like)
    {
        var free = like.ToList();
        var taken = free.Select(row => row.Id).ToHashSet();
        var names = new Dictionary<string, string>();
        foreach (var (id, words) in rows)
        {
            var same = free.FindIndex(row => row.Words == words);
            if (same >= 0)
            {
                names[id] = free[same].Id;
                free.RemoveAt(same);
                continue;
            }
            var name = id;
            while (!taken.Add(name)) name += "x";
            names[id] = name;
        }
        return names;
    }

    [GeneratedRegex(@"^[a-z0-9]{1,24}\z")]
    private static partial Regex Written();
}
