using System.Diagnostics;
using CqpPortal.Database.Registers;

namespace CqpPortal.Tool.Import;

/// <summary>A line every tenth of a file, for logs and pipes.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgress<ImportProgress>
{
    private readonly Stopwatch _clock = new();
    private string? _file;
    private long _tenth;

    public void Report(ImportProgress value)
    {
        if (_file != value.File)
        {
            (_file, _tenth) = (value.File, -1);
            _clock.Restart();
        }
        var tenth = value.AllBytes == 0 ? 10 : value.Bytes * 10 / value.AllBytes;
        if (tenth == _tenth) return;
        _tenth = tenth;
        var seconds = Math.Max(0.001, _clock.Elapsed.TotalSeconds);
        var left = value.Bytes == 0 ? 0 : seconds * (value.AllBytes - value.Bytes) / value.Bytes;
        output.WriteLine($"{value.File} : {tenth * 10} %, {value.Fiches:N0} fiches, {value.Fiches / seconds:N0}/s, encore {left:N0} s");
    }
}
