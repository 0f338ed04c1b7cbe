using System.Globalization;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Values as the exports write them.</summary>
internal static class WrittenValues
{
    private static readonly string[] DateFormats = ["dd/MM/yyyy", "yyyy-MM-dd"];

    /// <returns>False for a day that does not exist, or that no registration can have (before 1900, after 2199).</returns>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and < 2200;

    /// <returns>Null when the text is neither yes nor no.</returns>
    public static bool? YesOrNo(string text) =>
        text.ToUpperInvariant() switch
        {
            "OUI" or "ACTIVE" or "TRUE" or "1" => true,
            "NON" or "INACTIVE" or "FALSE" or "0" => false,
            _ => null,
        };

    public static bool TryInteger(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>A rate; the decimal mark may be a comma, the percent sign may be written.</summary>
    public static bool TryRate(string text, out decimal value) =>
        decimal.TryParse(text.TrimEnd('%', ' ').Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
