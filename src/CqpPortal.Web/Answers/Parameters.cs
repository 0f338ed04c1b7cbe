using System.Globalization;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers;

/// <summary>
/// Reads the parameters of a question wherever they come from (address, form, JSON, line of a file) into values, and says of each that does
/// not read what to write instead.
/// </summary>
/// <param name="typed">Text typed for a parameter, by its name; null where it is absent.</param>
internal sealed class Parameters(Func<string, string?> typed)
{
    private const int LongestText = 800;
    private const int MostHeld = 50;
    private const decimal MostEuros = 1_000_000;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy"];

    private readonly Dictionary<string, RuleText> _refused = [];

    /// <summary>What to write instead, by parameter.</summary>
    public IReadOnlyDictionary<string, RuleText> Refused => _refused;

    public void Refuse(string name, string fr, string en) => _refused.TryAdd(name, new RuleText(fr, en));

    public string? Text(string name)
    {
        var text = typed(name)?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (text.Length <= LongestText) return text;
        Refuse(name, $"Écrivez {LongestText} caractères au plus.", $"Write at most {LongestText} characters.");
        return null;
    }

    public string Required(string name, string fr, string en)
    {
        if (Text(name) is { } text) return text;
        Refuse(name, fr, en);
        return "";
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest && day <= Latest) return day;
        Refuse(name, "Écrivez une date entre 2000 et 2099, par exemple 2026-11-24.", "Write a date between 2000 and 2099, such as 2026-11-24.");
        return null;
    }

    /// <summary>Euros and cents.</summary>
    public decimal? Euros(string name)
    {
        if (Text(name) is not { } text) return null;
        var digits = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '€')).Replace(',', '.');
        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros <= MostEuros && decimal.Round(euros, 2) == euros) return euros;
        Refuse(name, "Écrivez un montant en euros entre 0 et 1 000 000, par exemple 1500 ou 102,23.", "Write an amount in euros between 0 and 1,000,000, such as 1500 or 102.23.");
        return null;
    }

    /// <summary>A count such as months or files.</summary>
    public int? Count(string name, int most)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= most) return count;
        Refuse(name, $"Écrivez un nombre entier entre 0 et {most}.", $"Write a whole number between 0 and {most}.");
        return null;
    }

    public bool? YesOrNo(string name)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null: return null;
            case "true" or "oui" or "yes" or "1": return true;
            case "false" or "non" or "no" or "0": return false;
            default:
                Refuse(name, "Écrivez true ou false (ou oui, non).", "Write true or false.");
                return null;
        }
    }

    public T? OneOf<T>(string name, IReadOnlyDictionary<string, T> values)
        where T : struct
    {
        if (Text(name) is not { } text) return null;
        if (values.TryGetValue(text.ToLowerInvariant(), out var value)) return value;
        var known = string.Join(", ", values.Keys);
        Refuse(name, $"Écrivez l’une de ces valeurs : {known}.", $"Write one of: {known}.");
        return null;
    }

    public Idcc? Branch(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Idcc.TryParse(text, null, out var idcc)) return idcc;
        Refuse(name, "Écrivez l’IDCC, quatre chiffres qui figurent sur le bulletin de paie, par exemple 3248.", "Write the IDCC, the four digits on the payslip, such as 3248.");
        return null;
    }

    /// <summary>Several texts, separated by commas, semicolons or spaces; empty where « none » was told.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text.ToLowerInvariant() is "none" or "aucun" or "aucune") return [];
        var parts = text.Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (parts.Count <= MostHeld) return parts;
        Refuse(name, $"Donnez {MostHeld} codes au plus.", $"Give at most {MostHeld} codes.");
        return null;
    }
}
