using System.Diagnostics;
using CqpPortal.Database.Registers;

namespace CqpPortal.Tool.Import;

/// <summary>A line every tenth of a file, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgress<ImportProgress>
{
    /// <summary>Before that, a rate says nothing.</summary>
    private const double SecondsToRate = 0.5;

    private readonly Stopwatch _clock = new();
    private string? _file;
    private long _tenth;

    public void Report(ImportProgress value)
    {
        if (_file != value.File || value.Bytes == 0)
        {
            (_file, _tenth) = (value.File, 0);
            _clock.Restart();
            output.WriteLine($"{value.File} : lecture de {value.AllBytes / 1e6:N1} Mo");
        }
        if (value.Step != ImportStep.Reading)
        {
            output.WriteLine($"{value.File} : " + value.Step switch
            {
                ImportStep.Merging => "fusion avec ce qui est connu",
                ImportStep.Promoting => "mise à jour du catalogue",
                _ => $"pris en {_clock.Elapsed.TotalSeconds:N0} s",
            });
            return;
        }
        var tenth = value.AllBytes == 0 ? 10 : value.Bytes * 10 / value.AllBytes;
        if (tenth == _tenth) return;
        _tenth = tenth;
        var seconds = _clock.Elapsed.TotalSeconds;
        var rate = seconds < SecondsToRate ? "" : $", {value.Fiches / seconds:N0}/s";
        var left = tenth == 10 ? $", lu en {seconds:N0} s" : rate.Length == 0 ? "" : $", encore {seconds * (value.AllBytes - value.Bytes) / value.Bytes:N0} s";
        output.WriteLine($"{value.File} : {tenth * 10} %, {value.Fiches:N0} fiches{rate}{left}");
    }
}
