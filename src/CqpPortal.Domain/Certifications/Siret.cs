using System.Diagnostics.CodeAnalysis;

namespace CqpPortal.Domain.Certifications;

/// <summary>Identifier of an establishment, 14 digits. The registers hold some whose check digit is wrong, so that it is not checked.</summary>
public sealed record Siret : IParsable<Siret>
{
    public const int Length = 14;

    private readonly string _digits;

    private Siret(string digits) => _digits = digits;

    public static Siret Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var siret) ? siret : throw new FormatException($"'{s}' is not a SIRET: write its 14 digits.");

    /// <summary>Spaces, dots and hyphens between the digits are left out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Siret result)
    {
        var digits = s is null || s.Length > 40 ? "" : string.Concat(s.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-')));
        result = digits.Length == Length && digits.All(char.IsAsciiDigit) ? new Siret(digits) : null;
        return result is not null;
    }

    public override string ToString() => _digits;
}
