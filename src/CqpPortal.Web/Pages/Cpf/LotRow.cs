using CqpPortal.Web.Answers.Batch;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>One line of the list as the page shows it.</summary>
internal sealed record LotRow(AskedLine Asked, CheckedLine Line, IReadOnlyDictionary<string, string> Shared)
{
    /// <summary>Value of the reason's <c>lang</c>, where it was answered in another language than the page's.</summary>
    public string? Language { get; init; }

    public Answer Answer => OfVerdict(Line.Verdict);

    /// <summary>The page that answers this line alone, with all its reasons; null where it cannot be asked.</summary>
    public string? Address => Line.Slug is null ? null : For(Asked.Values["code"]!);

    public static Answer OfVerdict(string verdict) => new(
        verdict switch { "eligible" => "yes", "eligible-under-conditions" => "if", "not-eligible" => "ended", "undetermined" => "unknown", _ => "if" }, LineVerdicts.Of(verdict));

    /// <summary>The same question about another code: a suggestion, or what replaces it.</summary>
    public string For(string code) => QueryHelpers.AddQueryString("/cpf", Asked.Values.Concat(Shared.Where(value => !Asked.Values.ContainsKey(value.Key)).Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
        .Where(value => value.Key != "code").Prepend(KeyValuePair.Create("code", (string?)code)));
}
