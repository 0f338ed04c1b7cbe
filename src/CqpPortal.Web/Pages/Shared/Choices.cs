using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>The choices that several forms offer.</summary>
internal static class Choices
{
    public static IReadOnlyList<(string Value, string Words)> YesOrNo => [("", Say("Je ne sais pas")), ("true", Say("Oui")), ("false", Say("Non"))];

    public static IReadOnlyList<(string Value, string Words)> Situations =>
        [.. ParameterValues.Situations.Select(value => (value.Key, Capital(SituationWords.Of(value.Value).In(Written.PageLanguage))))];

    /// <summary>The blocks of a registration; none where they are not known.</summary>
    public static IReadOnlyList<(string Value, string Words)> Blocks(Registration? registration) => registration is { Blocks: { Count: > 0 } blocks }
        ? [("", Say("Toute la certification")), .. blocks.OrderBy(block => block.Code, StringComparer.Ordinal).Select(block => (block.Code, Say($"{block.Code} : {block.Title}")))]
        : [];

    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
