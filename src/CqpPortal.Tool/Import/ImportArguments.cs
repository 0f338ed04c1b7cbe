using System.Globalization;
using CqpPortal.Database.Registers;

namespace CqpPortal.Tool.Import;

/// <summary>The words after <c>import</c>.</summary>
internal sealed record ImportArguments(IReadOnlyList<string> Paths, ImportOptions Options, string? Report)
{
    /// <returns>Null when they mean nothing; the error says why.</returns>
    public static ImportArguments? Read(IReadOnlyList<string> words, TextWriter errors)
    {
        var paths = new List<string>();
        var options = new ImportOptions();
        string? report = null;
        for (var place = 0; place < words.Count; place++)
        {
            switch (words[place])
            {
                case "--force":
                    options = options with { Force = true };
                    break;
                case "--report" when place + 1 < words.Count:
                    report = words[++place];
                    break;
                case "--date" when place + 1 < words.Count && DateOnly.TryParseExact(words[place + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                    options = options with { Date = date };
                    place++;
                    break;
                case ['-', ..] word:
                    errors.WriteLine(word == "--date" ? "--date demande un jour, comme --date 2026-11-02." : $"Option inconnue ou incomplète : {word}");
                    return null;
                case var path:
                    paths.Add(path);
                    break;
            }
        }
        if (paths.Count > 0) return new ImportArguments(paths, options, report);
        errors.WriteLine("Donnez au moins un fichier à importer.");
        return null;
    }
}
