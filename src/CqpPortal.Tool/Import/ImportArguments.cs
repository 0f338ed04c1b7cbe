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
                    errors.WriteLine(word switch
                    {
                        "--date" => "--date demande un jour, comme --date 2026-11-02.",
                        "--report" => "--report demande un fichier, comme --report rapport.json.",
                        _ => $"Option inconnue : {word}. Les options sont --force, --report et --date.",
                    });
                    return null;
                case var path:
                    paths.Add(path);
                    break;
            }
        }
        if (report is not null && !CanBeWritten(report))
        {
            errors.WriteLine($"Le rapport ne peut pas s'écrire dans {report} : donnez un fichier d'un dossier qui existe et où ce compte a le droit d'écrire. Rien n'est importé.");
            return null;
        }
        if (paths.Count > 0) return new ImportArguments(paths, options, report);
        errors.WriteLine("Donnez au moins un fichier à importer.");
        return null;
    }

    /// <summary>Better known before an import than after it.</summary>
    private static bool CanBeWritten(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
