using CqpPortal.Database.Registers;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Web.Registers;

/// <summary>An export that somebody sent: how far it is, then what became of it.</summary>
internal sealed class SentImport(string fileName, Author by) : IProgress<ImportProgress>
{
    private ImportProgress _progress;

    public string FileName => fileName;

    public Author By => by;

    public Task Finished { get; set; } = Task.CompletedTask;

    /// <summary>Null while it runs, and where the portal itself failed.</summary>
    public DropReport? Report { get; set; }

    /// <summary>Of a hundred; the catalogue follows after the last byte.</summary>
    public int Percent => _progress.AllBytes == 0 ? 0 : (int)Math.Clamp(_progress.Bytes * 100 / _progress.AllBytes, 0, 100);

    public string Step => _progress.Step switch
    {
        ImportStep.Reading => Say($"Lecture : {Written.Count(_progress.Fiches, "fiche lue", "fiches lues")}."),
        ImportStep.Merging => Say("Ce qui est nouveau entre dans le miroir des registres."),
        ImportStep.Promoting => Say("Le catalogue suit."),
        _ => Say("L’export est pris."),
    };

    void IProgress<ImportProgress>.Report(ImportProgress value) => _progress = value;

    /// <summary>What became of a file, without what the import itself adds in French.</summary>
    public static string Words(DropReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Outcome switch
        {
            DropOutcome.Refused => Say("Refusé :"),
            DropOutcome.AlreadyTaken => report.Message is null || Written.IsEnglish ? Say("Déjà pris.") : "",
            _ => Say($"{Written.Count(report.Read, "fiche lue", "fiches lues")} : {Written.Count(report.Added, "nouvelle")}, {Written.Count(report.Changed, "modifiée")}, {Written.Count(report.Disappeared, "disparue")}, {Written.Count(report.Rejected.Count, "rejetée")}.")
                + " " + Say($"Au catalogue : {Written.Count(report.Promotion.Promoted.Count, "entrée ou modifiée", "entrées ou modifiées")}, {report.Promotion.ToConfirm.Count.Grouped()} à confirmer."),
        };
    }

    /// <summary>The same for the log, which is French whoever sent the file.</summary>
    public static string InFrench(DropReport report)
    {
        using var french = Written.In(Language.French);
        return string.Join(' ', new[] { Words(report), report.Message }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
