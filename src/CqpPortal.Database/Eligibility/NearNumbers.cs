using System.Globalization;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Eligibility;

/// <summary>The numbers that somebody may have meant who typed another one.</summary>
internal static class NearNumbers
{
    private const int MostDigits = 5;

    /// <summary>
    /// The same digits in either register, then two digits that changed places, one digit wrong, one missing, one too many; of the same register
    /// first.
    /// </summary>
    public static IReadOnlyList<string> Of(RegistryNumber number)
    {
        var near = Digits(number.Digits.ToString(CultureInfo.InvariantCulture)).Where(digits => digits is [not '0', ..] and { Length: <= MostDigits });
        var prefixes = number.Register == Register.Rncp ? new[] { "RNCP", "RS" } : ["RS", "RNCP"];
        return [.. prefixes.Select(prefix => prefix + number.Digits.ToString(CultureInfo.InvariantCulture)).Concat(prefixes.SelectMany(prefix => near.Select(digits => prefix + digits))).Distinct()];
    }

    private static IEnumerable<string> Digits(string typed)
    {
        for (var place = 0; place < typed.Length - 1; place++) yield return $"{typed[..place]}{typed[place + 1]}{typed[place]}{typed[(place + 2)..]}";
        for (var place = 0; place < typed.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++) yield return $"{typed[..place]}{digit}{typed[(place + 1)..]}";
        for (var place = 0; place <= typed.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++) yield return $"{typed[..place]}{digit}{typed[place..]}";
        for (var place = 0; place < typed.Length; place++) yield return typed.Remove(place, 1);
    }
}
