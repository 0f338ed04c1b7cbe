using System.Globalization;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Pages.Regles;

/// <summary>All rules as they read on one day, by topic and series, each row with an anchor that stays: its identifier.</summary>
internal sealed class RuleTable
{
    /// <summary>As people look for them: the CPF first.</summary>
    private static readonly RuleTopic[] Order = [RuleTopic.Cpf, RuleTopic.Payment, RuleTopic.Vae, RuleTopic.Worth, RuleTopic.Ways];

    /// <summary>E2 before E10.</summary>
    private static readonly StringComparer ById = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    private readonly Dictionary<DatedRule, string> _anchors = [];

    public RuleTable(RuleBook rules, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var series = rules.Rules.GroupBy(rule => rule.Series).Select(rows => RuleSeries.On(day, [.. rows])).OrderBy(rows => rows.Rule.Id, ById).ToList();
        Topics = [.. Order.Select(topic => (topic, (IReadOnlyList<RuleSeries>)[.. series.Where(rows => rows.Rule.Topic == topic)])).Where(topic => topic.Item2.Count > 0)];
        Figures = [.. Topics.SelectMany(topic => topic.Series).Select(rows => (IReadOnlyList<DatedRule>)
            [.. rules.Rules.Where(rule => rule.Series == rows.Rule.Series && RuleWords.Figures(rule.Parameters).Any())]).Where(rows => rows.Count > 0)];
        var taken = new HashSet<string>();
        // The row that counts on the day has the plain identifier, for rows of one series may share theirs.
        foreach (var rule in series.OrderByDescending(rows => rows.IsInForce).Select(rows => rows.Rule).Concat(series.SelectMany(rows => rows.Others)))
        {
            string[] names = [rule.Id, rule.Series, $"{rule.Series}-{rule.Period.From:yyyy-MM-dd}"];
            _anchors.Add(rule, names.First(taken.Add));
        }
    }

    public IReadOnlyList<(RuleTopic Topic, IReadOnlyList<RuleSeries> Series)> Topics { get; }

    /// <summary>The series that fix a figure, each with its rows over time.</summary>
    public IReadOnlyList<IReadOnlyList<DatedRule>> Figures { get; }

    public string Anchor(DatedRule rule) => _anchors[rule];
}
