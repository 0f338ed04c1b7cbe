using System.Globalization;
using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;

namespace CqpPortal.Web.Wording;

/// <summary>Dates, durations and numbers as French people write them.</summary>
public static partial class French
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    private const char NoBreak = '\u00A0';

    private static readonly string[] Months = Culture.DateTimeFormat.MonthNames;

    private static readonly string[] Numbers = [.. Enumerable.Range(0, 32).Select(day => day.ToString(Culture))];

    extension(DateOnly day)
    {
        /// <summary><c>1er juillet 2026</c>, with no-break spaces between day and month.</summary>
        public string InWords() =>
            $"{(day.Day == 1 ? "1er" : Numbers[day.Day])}{NoBreak}{Months[day.Month - 1]}{NoBreak}{day.Year:0000}";

        /// <summary>Time from this day to another: days below two months, then months, then years and months.</summary>
        public string DurationTo(DateOnly other)
        {
            var (from, to) = day <= other ? (day, other) : (other, day);
            var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
            if (from.AddMonths(months) > to) months--;
            if (months < 2) return Count(to.DayNumber - from.DayNumber, "jour");
            if (months < 12) return $"{months}{NoBreak}mois";
            var years = Count(months / 12, "an");
            return months % 12 == 0 ? years : $"{years} et {months % 12}{NoBreak}mois";
        }
    }

    extension(DateTimeOffset moment)
    {
        /// <summary><c>1er juillet 2026 à 9 h 05</c>, as a clock in Paris shows it.</summary>
        public string InWords() => $"{moment.DayInParis().InWords()} à {moment.InParis().ToString($"H'{NoBreak}h{NoBreak}'mm", Culture)}";
    }

    extension(decimal euros)
    {
        /// <summary><c>1 500 €</c>, <c>102,23 €</c>: cents only where there are some.</summary>
        public string InEuros() => euros.ToString(euros == decimal.Truncate(euros) ? "N0" : "N2", Culture) + NoBreak + "€";
    }

    extension(int number)
    {
        /// <summary>With a thin no-break space between thousands.</summary>
        public string InFrench() => number.ToString("N0", Culture);
    }

    /// <summary><c>1 jour</c>, <c>2 jours</c>: in French the plural begins at two.</summary>
    public static string Count(int number, string singular, string? plural = null) =>
        number.InFrench() + NoBreak + (number < 2 ? singular : plural ?? singular + "s");

    /// <summary>The same text, with no-break spaces where a line must not end: before high punctuation, inside « », in article numbers and dates. The pages' own texts hold theirs.</summary>
    public static string Tied(string text) => BreakableSpace().Replace(text, NoBreak.ToString());

    [GeneratedRegex(@" (?=[?!:;»%€])|(?<=«) |(?<=\bart\.) (?=[LRD]\.)|(?<=\b[LRD]\.) (?=\d)|(?<=\d) (?=\d{3}\b)|(?<=\b\d\d?(?:er)?) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)")]
    private static partial Regex BreakableSpace();

    /// <summary><c>la métallurgie, le sport et les fleuristes</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " et " + words[^1];
}
