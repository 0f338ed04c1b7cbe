using CqpPortal.Database.Registers;
using CqpPortal.Tool.Confirmation;
using CqpPortal.Tool.Import;
using Xunit;

namespace CqpPortal.Database.Tests.Tool;

/// <summary>What the operator types and reads.</summary>
public sealed class ImportArgumentsTests
{
    [Fact]
    public void Paths_and_options_come_in_any_order()
    {
        var report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var read = ImportArguments.Read(["a.zip", "--force", "b.xml", "--date", "2026-11-02", "--report", report], TextWriter.Null);
        File.Delete(report);
        Assert.Equal(["a.zip", "b.xml"], read!.Paths);
        Assert.Equal(new ImportOptions(Force: true, new DateOnly(2026, 11, 2)), read.Options);
        Assert.Equal(report, read.Report);
    }

    [Theory]
    [InlineData("au moins un fichier")]
    [InlineData("--frobnicate", "a.xml", "Option inconnue : --frobnicate")]
    [InlineData("a.xml", "--date", "31/12/2026", "comme --date 2026-11-02")]
    [InlineData("a.xml", "--report", "--report demande un fichier")]
    [InlineData("a.xml", "--report", "/nulle/part/r.json", "Rien n'est importé")]
    public void What_means_nothing_is_refused_before_anything_is_imported(params string[] wordsThenError)
    {
        var errors = new StringWriter();
        Assert.Null(ImportArguments.Read(wordsThenError[..^1], errors));
        Assert.Contains(wordsThenError[^1], errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_to_confirm_are_read_as_people_write_them()
    {
        Assert.Equal(["RNCP35419", "RS6117"], ConfirmationCommands.Read(["rncp 35419", "RS6117"], TextWriter.Null)!.Select(number => number.ToString()));
        var errors = new StringWriter();
        Assert.Null(ConfirmationCommands.Read(["RNCP35419", "tout"], errors));
        Assert.Contains("« tout »", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_progress_tells_each_tenth_once_and_what_comes_after_reading()
    {
        var output = new StringWriter();
        var progress = new PlainProgress(output);
        foreach (var bytes in new[] { 0, 120, 150, 500, 1000 }) progress.Report(new ImportProgress("a.zip", ImportStep.Reading, bytes, 1000, bytes));
        foreach (var step in new[] { ImportStep.Merging, ImportStep.Promoting, ImportStep.Taken }) progress.Report(new ImportProgress("a.zip", step, 1000, 1000, 1000));
        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(7, lines.Length);
        Assert.Equal(["10 %", "50 %", "100 %"], lines[1..4].Select(line => line.Split(" : ")[1].Split(',')[0]));
        Assert.Contains("catalogue", lines[5], StringComparison.Ordinal);
        Assert.Contains("pris en", lines[6], StringComparison.Ordinal);
    }
}
