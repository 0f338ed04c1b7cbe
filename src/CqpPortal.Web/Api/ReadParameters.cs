using System.Globalization;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>What the lists and documents of the API are asked with: a value that does not read is refused by name, and so is a name that does not exist.</summary>
internal sealed class ReadParameters(IQueryCollection query)
{
    public static readonly QueryParameter Limit = new("limit", $"How many at once, 1 to {PageLinks.Most}; {PageLinks.Usual} when not said.");

    private readonly Dictionary<string, RuleText> _refused = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public string? Text(string name)
    {
        _known.Add(name);
        var text = query[name].ToString().Replace("\0", "", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    public T? Value<T>(string name, Func<string, T?> read, string example)
        where T : class
    {
        if (Text(name) is not { } text) return null;
        var value = read(text);
        if (value is null) Refuse(name, example);
        return value;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse(name, "2026-11-24");
        return null;
    }

    public long Number(string name, long otherwise, long least, long most)
    {
        if (Text(name) is not { } text) return otherwise;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Refuse(name, Math.Min(most, PageLinks.Usual).ToString(CultureInfo.InvariantCulture));
        return otherwise;
    }

    public int Most() => (int)Number(Limit.Name, PageLinks.Usual, 1, PageLinks.Most);

    /// <summary>What to correct; null when all that was given is understood.</summary>
    public Answering.Refused? Refused()
    {
        foreach (var name in query.Keys.Where(name => !_known.Contains(name)))
        {
            var known = _known.Count == 0 ? "–" : string.Join(", ", _known);
            _refused.TryAdd(name, new($"Ce paramètre n’existe pas. Ceux-ci existent : {known}.", $"There is no such parameter. There are: {known}."));
        }
        return _refused.Count == 0 ? null : new Answering.Refused(_refused);
    }

    public void Refuse(string name, string example) =>
        _refused.TryAdd(name, new($"Cette valeur ne se lit pas. Écrivez par exemple {example}.", $"This value cannot be read. Write {example}, for instance."));
}
