using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace CqpPortal.Web.Wording;

/// <summary>A French sentence with holes, as the code writes it, and what fills them: <c>Say($"Jusqu’au {day}")</c> is looked up as <c>Jusqu’au {0}</c>.</summary>
[InterpolatedStringHandler]
public readonly ref struct Sentence(int literalLength, int formattedCount)
{
    private readonly StringBuilder _key = new(literalLength + 3 * formattedCount);

    private readonly List<object?> _values = new(formattedCount);

    public void AppendLiteral(string words) => _key.Append(words.Contains('{', StringComparison.Ordinal) || words.Contains('}', StringComparison.Ordinal)
        ? words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)
        : words);

    public void AppendFormatted(object? value)
    {
        _key.Append('{').Append(_values.Count).Append('}');
        _values.Add(value);
    }

    /// <summary>The sentence in the language of the page.</summary>
    internal string Said(CultureInfo culture) => string.Format(culture, English.Of(_key.ToString()), [.. _values]);

    /// <summary>The same as markup: the sentence's own is kept, what fills its holes is encoded.</summary>
    internal IHtmlContent SaidAsMarkup() => new HtmlFormattableString(English.Of(_key.ToString()), [.. _values]);
}
