using System.Globalization;
using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Editing;
using Microsoft.AspNetCore.Html;

namespace CqpPortal.Web.Wording;

/// <summary>Sentences, dates, durations and numbers in the language of the page: French, unless its address begins with <c>/en</c>.</summary>
public static partial class Written
{
    public static readonly CultureInfo FrenchCulture = CultureInfo.GetCultureInfo("fr-FR");

    public static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-GB");

    private const char NoBreak = '\u00A0';

    private static readonly string[] Months = FrenchCulture.DateTimeFormat.MonthNames;

    private static readonly string[] EnglishMonths = EnglishCulture.DateTimeFormat.MonthNames;

    private static readonly string[] Numbers = [.. Enumerable.Range(0, 32).Select(day => day.ToString(FrenchCulture))];

    public static bool IsEnglish => CultureInfo.CurrentUICulture.Name == EnglishCulture.Name;

    public static Language PageLanguage => IsEnglish ? Language.English : Language.French;

    public static CultureInfo Culture => IsEnglish ? EnglishCulture : FrenchCulture;

    /// <summary>From here until it is disposed of, what is written is in this language, whatever the page's: a mail, a calendar, the log. It follows an async method, and what called that sees nothing of it.</summary>
    public static IDisposable In(Language language)
    {
        var before = new LanguageBefore(CultureInfo.CurrentUICulture);
        CultureInfo.CurrentUICulture = language == Language.English ? EnglishCulture : FrenchCulture;
        return before;
    }

    /// <summary>Value of a <c>lang</c> attribute on what is written in French only: none on a French page.</summary>
    public static string? FrenchOnly => IsEnglish ? "fr" : null;

    /// <summary>The French sentence, or its English one on an English page. Always a literal: a test reads the sentences from the code.</summary>
    public static string Say(string french) => English.Of(french);

    /// <summary>The same with holes: <c>Say($"Jusqu’au {day}")</c>.</summary>
    public static string Say(Sentence french) => french.Said(Culture);

    /// <summary>The same with markup of its own: <c>SayHtml($"Le &lt;strong&gt;{title}&lt;/strong&gt;")</c>. What fills the holes is encoded.</summary>
    public static IHtmlContent SayHtml(Sentence french) => french.SaidAsMarkup();

    /// <summary>What is written in French only, within a sentence: marked so on an English page.</summary>
    public static IHtmlContent French(string text) => new HtmlFormattableString(IsEnglish ? "<span lang=\"fr\">{0}</span>" : "{0}", Tied(text));

    extension(Message message)
    {
        /// <summary>What the domain has to say, in the language of the page.</summary>
        public string InWords() => IsEnglish ? string.Format(Culture, English.Of(message.French), [.. message.Values.Select(Filled)]) : message.ToString();
    }

    extension(DateOnly day)
    {
        /// <summary><c>1er juillet 2026</c>, with no-break spaces between day and month.</summary>
        public string InWords() => IsEnglish
            ? $"{Numbers[day.Day]}{NoBreak}{EnglishMonths[day.Month - 1]}{NoBreak}{day.Year:0000}"
            : $"{(day.Day == 1 ? "1er" : Numbers[day.Day])}{NoBreak}{Months[day.Month - 1]}{NoBreak}{day.Year:0000}";

        /// <summary>Time from this day to another: days below two months, then months, then years and months.</summary>
        public string DurationTo(DateOnly other)
        {
            var (from, to) = day <= other ? (day, other) : (other, day);
            var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
            if (from.AddMonths(months) > to) months--;
            if (months < 2) return Count(to.DayNumber - from.DayNumber, "jour");
            if (months < 12) return Count(months, "mois", "mois");
            var years = Count(months / 12, "an");
            return months % 12 == 0 ? years : Say($"{years} et {Count(months % 12, "mois", "mois")}");
        }
    }

    extension(DateTimeOffset moment)
    {
        /// <summary><c>1er juillet 2026 à 9 h 05</c>, as a clock in Paris shows it.</summary>
        public string InWords() => Say($"{moment.DayInParis().InWords()} à {moment.TimeInWords()}");

        /// <summary><c>9 h 05</c>, as a clock in Paris shows it.</summary>
        public string TimeInWords() => moment.InParis().ToString(IsEnglish ? "H:mm" : $"H'{NoBreak}h{NoBreak}'mm", Culture);
    }

    extension(decimal euros)
    {
        /// <summary><c>1 500 €</c>, <c>102,23 €</c>: cents only where there are some.</summary>
        public string InEuros()
        {
            var number = euros.ToString(euros == decimal.Truncate(euros) ? "N0" : "N2", Culture);
            return IsEnglish ? "€" + number : number + NoBreak + "€";
        }
    }

    extension(int number)
    {
        /// <summary>With thousands apart: a thin no-break space in French, a comma in English.</summary>
        public string Grouped() => number.ToString("N0", Culture);
    }

    /// <summary><c>1 jour</c>, <c>2 jours</c>: in French the plural begins at two; <c>0 days</c>, <c>1 day</c> in English.</summary>
    public static string Count(int number, string singular, string? plural = null) =>
        number.Grouped() + NoBreak + English.Of((IsEnglish ? number == 1 : number < 2) ? singular : plural ?? singular + "s");

    /// <summary>The same text, with no-break spaces where a line must not end: before high punctuation, inside « », in article numbers and dates. The pages' own texts hold theirs.</summary>
    public static string Tied(string text) => IsEnglish ? text : BreakableSpace().Replace(text, NoBreak.ToString());

    [GeneratedRegex(@" (?=[?!:;»%€])|(?<=«) |(?<=\bart\.) (?=[LRD]\.)|(?<=\b[LRD]\.) (?=\d)|(?<=\d) (?=\d{3}\b)|(?<=\b\d\d?(?:er)?) (?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)")]
    private static partial Regex BreakableSpace();

    /// <summary><c>la métallurgie, le sport et les fleuristes</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + (IsEnglish ? " and " : " et ") + words[^1];

    private static object? Filled(object? value) => value switch
    {
        Message part => part.InWords(),
        DateOnly day => day.InWords(),
        int number => number.Grouped(),
        _ => value,
    };

    private sealed class LanguageBefore(CultureInfo culture) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentUICulture = culture;
    }
}
