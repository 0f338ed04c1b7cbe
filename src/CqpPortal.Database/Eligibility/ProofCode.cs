using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CqpPortal.Database.Eligibility;

/// <summary>
/// Code of a proof: ten letters and digits that cannot be taken for one another (Crockford's base 32), 50 random bits, shown as
/// <c>K7F2A-9QMXT</c>. Reads what people copy: lower case, without the hyphen, O for 0, I or L for 1.
/// </summary>
public sealed record ProofCode : IParsable<ProofCode>
{
    public const int Length = 10;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly string _letters;

    private ProofCode(string letters) => _letters = letters;

    public static ProofCode New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    public static ProofCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not the code of a proof: write its ten letters and digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ProofCode result)
    {
        var letters = s is null || s.Length > 40 ? "" : string.Concat(s.ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter) && letter != '-'))
            .Replace('O', '0').Replace('I', '1').Replace('L', '1');
        result = letters.Length == Length && letters.All(Alphabet.Contains) ? new ProofCode(letters) : null;
        return result is not null;
    }

    public override string ToString() => $"{_letters[..5]}-{_letters[5..]}";
}
