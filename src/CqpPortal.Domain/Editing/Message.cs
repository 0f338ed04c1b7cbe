using System.Globalization;

namespace CqpPortal.Domain.Editing;

/// <summary>
/// What to tell somebody who edits: a French sentence with holes and what fills them, so that a page can say it in its own language. Always made from a literal,
/// <c>Message.Of($"Gardez {most} lignes au plus.")</c>: a test reads the sentences from the code.
/// </summary>
public sealed class Message
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    private Message(FormattableString sentence) => (French, Values) = (sentence.Format, sentence.GetArguments());

    /// <summary>The sentence, its holes numbered: <c>Gardez {0} lignes au plus.</c></summary>
    public string French { get; }

    /// <summary>What fills the holes: numbers, days, words, or messages within this one.</summary>
    public IReadOnlyList<object?> Values { get; }

    public static Message Of(FormattableString sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return new Message(sentence);
    }

    /// <summary>In French, for the log and for whoever reads no page.</summary>
    public override string ToString() => string.Format(Culture, French, [.. Values.Select(Written)]);

    private static object? Written(object? value) => value switch
    {
        int number => number.ToString("N0", Culture).Replace('\u202f', '\u00a0'),
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => value,
    };
}
