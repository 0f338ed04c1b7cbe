using System.Collections.Frozen;
using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Eligibility;

/// <summary>All dated rules, as they stand in one version.</summary>
public sealed class RuleBook
{
    private readonly FrozenDictionary<string, DatedRule[]> _series;

    /// <param name="rules">Rows in any order.</param>
    /// <param name="version">Names this state of the rules in answers and proofs.</param>
    /// <exception cref="ArgumentException">Two rows of one series overlap.</exception>
    public RuleBook(IEnumerable<DatedRule> rules, string version)
    {
        Rules = [.. rules.OrderBy(rule => rule.Topic).ThenBy(rule => rule.Series, StringComparer.Ordinal).ThenBy(rule => rule.Period.From)];
        Version = version;
        _series = Rules.GroupBy(rule => rule.Series).ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray());
        foreach (var rows in _series.Values)
        {
            for (var later = 1; later < rows.Length; later++)
            {
                if (rows[later].Period.Overlaps(rows[later - 1].Period))
                    throw new ArgumentException($"The rows {rows[later - 1].Id} and {rows[later].Id} of {rows[later].Series} overlap on {rows[later].Period.From:O}.", nameof(rules));
            }
        }
    }

    public string Version { get; }

    /// <summary>Every row, by topic, series and period.</summary>
    public IReadOnlyList<DatedRule> Rules { get; }

    /// <returns>The row of the series in force on that day, or null.</returns>
    public DatedRule? InForce(string series, DateOnly day)
    {
        if (!_series.TryGetValue(series, out var rows)) return null;
        foreach (var row in rows)
        {
            if (row.Period.Contains(day)) return row;
        }
        return null;
    }

    /// <returns>The first later row of the same series that suits, or null.</returns>
    public DatedRule? After(DatedRule rule, Predicate<DatedRule> suits)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Array.Find(_series[rule.Series], row => row.Period.From > rule.Period.From && suits(row));
    }

    /// <summary>The same rules and one more: the open row of its series ends the day before it begins.</summary>
    /// <param name="insteadOf">A row of the same series that it takes the place of.</param>
    /// <param name="reopens">Whether the row that ends the day before <paramref name="insteadOf"/> ended for its sake, and so goes on.</param>
    /// <exception cref="ArgumentException">Another row of the series holds on some of its days.</exception>
    public RuleBook With(DatedRule rule, DatedRule? insteadOf = null, bool reopens = false)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var series = Rules.Where(known => known.Series == rule.Series && known.Period.From != insteadOf?.Period.From).ToList();
        return new RuleBook(Rules.Where(known => known.Series != rule.Series).Concat(series.Select(Continued)).Append(rule), Version);

        DatedRule Continued(DatedRule known)
        {
            var goesOn = known.Period.Until is null || (reopens && known.Period.Until == insteadOf?.Period.From.AddDays(-1));
            if (!goesOn || known.Period.From >= rule.Period.From) return known;
            var next = series.Select(other => other.Period.From).Where(from => from > known.Period.From).Append(rule.Period.From).Min();
            return known with { Period = new ValidityPeriod(known.Period.From, next.AddDays(-1)) };
        }
    }

    /// <returns>The rows in force on that day.</returns>
    public IReadOnlyList<DatedRule> InForceOn(DateOnly day) => [.. Rules.Where(rule => rule.Period.Contains(day))];

    /// <returns>The series whose row in force is not the same on both days, or was another in between; the first to change first.</returns>
    public IReadOnlyList<RuleChange> ChangesBetween(DateOnly from, DateOnly to) =>
    [
        .. Rules.GroupBy(rule => rule.Series)
            .Select(rows => new RuleChange(
                InForce(rows.Key, from),
                [.. rows.Where(row => row.Period.From > from && row.Period.Until < to)],
                InForce(rows.Key, to)))
            .Where(change => change.Before != change.After || change.Between.Count > 0)
            .OrderBy(change => change.On),
    ];
}
