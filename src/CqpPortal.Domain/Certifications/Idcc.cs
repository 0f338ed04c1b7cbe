using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CqpPortal.Domain.Certifications;

/// <summary>Identifier of a collective agreement, four digits: <c>3248</c>, <c>0044</c>. Three digits or fewer are completed on the left.</summary>
public sealed partial record Idcc : IParsable<Idcc>
{
    public const int Length = 4;

    private readonly string _digits;

    private Idcc(string digits) => _digits = digits;

    public static Idcc Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var idcc)
            ? idcc
            : throw new FormatException($"'{s}' is not an IDCC: write its four digits, such as 3248.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Idcc result)
    {
        var match = s is null || s.Length > 40 ? Match.Empty : Written().Match(s);
        var number = match.Success ? int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture) : 0;
        result = number > 0 ? new Idcc(number.ToString("0000", CultureInfo.InvariantCulture)) : null;
        return result is not null;
    }

    public override string ToString() => _digits;

    [GeneratedRegex(@"^\s*(?:idcc)?\s*(?<digits>[0-9]{1,4})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
