using System.Globalization;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>A form that asks by its address: its fields bear the names of the parameters, keep what was typed and say what to write instead.</summary>
/// <param name="Path">Address of the page.</param>
/// <param name="Labels">What each field is called, by its name.</param>
internal sealed record TypedForm(string Path, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>What was typed, by the name of its field.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What to write instead, by the name of the field.</summary>
    public IReadOnlyDictionary<string, RuleText> Refused { get; init; } = new Dictionary<string, RuleText>();

    /// <summary>The address that asks this question.</summary>
    public string Address => QueryHelpers.AddQueryString(Path, Values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)));

    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>What the address says; of a field that comes twice, the first.</summary>
    public TypedForm Read(IQueryCollection query) => this with
    {
        Values = Labels.Keys.Where(name => !string.IsNullOrWhiteSpace(query[name].FirstOrDefault())).ToDictionary(name => name, name => query[name][0]!),
    };

    /// <summary>The question as it was understood: days that nobody told and numbers well written.</summary>
    public TypedForm Understood(AskedQuestion question) => this with
    {
        Values = QuestionParameters.Of(question).Where(parameter => Labels.ContainsKey(parameter.Name)).ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
    };

    /// <summary>The same with other answers; null takes one away.</summary>
    public TypedForm With(params IEnumerable<(string Name, string? Value)> changes)
    {
        var values = new Dictionary<string, string>(Values);
        foreach (var (name, value) in changes)
        {
            if (value is null) values.Remove(name);
            else values[name] = value;
        }
        return this with { Values = values };
    }

    /// <summary>A day as fields and addresses write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public Parameters ToParameters() => new(name => Values.GetValueOrDefault(name));

    public Field Field(string name) => new(name, Labels[name], this[name]) { Error = Refused.GetValueOrDefault(name)?.In(Written.PageLanguage) };
}
