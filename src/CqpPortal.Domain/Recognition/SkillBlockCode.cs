using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CqpPortal.Domain.Recognition;

/// <summary>
/// The code of a block of skills in the RNCP: the fiche's number, <c>BC</c> and two digits, such as <c>RNCP35419BC02</c>.
/// Registers also hold malformed codes (<c>01</c>): those stay text, beside the number of their fiche.
/// </summary>
public sealed partial record SkillBlockCode : IParsable<SkillBlockCode>
{
    public SkillBlockCode(RegistryNumber number, int order)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 99);
        if (number.Register != Register.Rncp)
            throw new ArgumentException("Only fiches of the RNCP have blocks.", nameof(number));
        Number = number;
        Order = order;
    }

    public RegistryNumber Number { get; }

    /// <summary>1 to 99, as the fiche numbers its blocks.</summary>
    public int Order { get; }

    public static SkillBlockCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code)
            ? code
            : throw new FormatException($"'{s}' is not the code of a block: write the RNCP number, BC and two digits, such as RNCP35419BC02.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SkillBlockCode result)
    {
        result = null;
        if (s is null || s.Length > 40) return false;
        var match = Written().Match(s);
        if (!match.Success || !RegistryNumber.TryParse("RNCP" + match.Groups["digits"].Value, out var number)) return false;
        var order = int.Parse(match.Groups["order"].Value, CultureInfo.InvariantCulture);
        if (order == 0) return false;
        result = new SkillBlockCode(number, order);
        return true;
    }

    public override string ToString() => $"{Number}BC{Order.ToString("00", CultureInfo.InvariantCulture)}";

    [GeneratedRegex(@"^\s*rncp[\s\-_]*(?<digits>[0-9]{1,5})[\s\-_]*bc[\s\-_]*(?<order>[0-9]{1,2})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
