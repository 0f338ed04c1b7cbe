using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CqpPortal.Domain.Recognition;

/// <summary>
/// The number of a fiche in a register, such as <c>RNCP35419</c> or <c>RS6117</c>. Written without spaces or leading zeros;
/// accepts what people type or paste: <c>rncp 35419</c>, <c>RS n° 6117</c>, a francecompetences.fr address.
/// </summary>
public sealed partial record RegistryNumber : IParsable<RegistryNumber>, IComparable<RegistryNumber>
{
    public const int MaxLength = 9;

    /// <param name="register">Which of the two registers.</param>
    /// <param name="digits">1 to 99999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The digits are outside 1..99999.</exception>
    public RegistryNumber(Register register, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 99_999);
        Register = register;
        Digits = digits;
    }

    public Register Register { get; }

    public int Digits { get; }

    /// <summary>Public page of the fiche at France compétences.</summary>
    public Uri OfficialPage =>
        new($"https://www.francecompetences.fr/recherche/{(Register == Register.Rncp ? "rncp" : "rs")}/{Digits.ToString(CultureInfo.InvariantCulture)}/");

    public static RegistryNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var number)
            ? number
            : throw new FormatException($"'{s}' is not a register number: write RNCP or RS and one to five digits, such as RNCP35419.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RegistryNumber result)
    {
        result = null;
        if (s is null || s.Length > 200) return false;
        var match = Written().Match(s);
        if (!match.Success) match = Address().Match(s);
        if (!match.Success) return false;
        var digits = int.Parse(match.Groups["digits"].Value, CultureInfo.InvariantCulture);
        if (digits == 0) return false;
        result = new RegistryNumber(match.Groups["register"].ValueSpan.Length == 2 ? Register.Rs : Register.Rncp, digits);
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out RegistryNumber result) => TryParse(s, null, out result);

    public int CompareTo(RegistryNumber? other) =>
        other is null ? 1 : (Register, Digits).CompareTo((other.Register, other.Digits));

    public override string ToString() =>
        (Register == Register.Rncp ? "RNCP" : "RS") + Digits.ToString(CultureInfo.InvariantCulture);

    public static bool operator <(RegistryNumber left, RegistryNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(RegistryNumber left, RegistryNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(RegistryNumber left, RegistryNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RegistryNumber left, RegistryNumber right) => left.CompareTo(right) >= 0;

    [GeneratedRegex(@"^\s*(?<register>rncp|rs)[\s\-_:]*(?:n[°o]\s*)?0*(?<digits>[0-9]{1,5})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"^\s*(?:https?://)?(?:www\.)?francecompetences\.fr/recherche/(?<register>rncp|rs)/0*(?<digits>[0-9]{1,5})/?(?:[?#].*)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
