using System.Diagnostics;
using CqpPortal.Database.Registers;
using Spectre.Console;

namespace CqpPortal.Tool.Import;

/// <summary>One bar a file, with its rate.</summary>
internal sealed class BarProgress(ProgressContext bars) : IProgress<ImportProgress>
{
    private readonly Dictionary<string, (ProgressTask Task, Stopwatch Clock)> _tasks = [];

    public void Report(ImportProgress value)
    {
        if (!_tasks.TryGetValue(value.File, out var bar)) _tasks.Add(value.File, bar = (bars.AddTask(Markup.Escape(value.File), maxValue: Math.Max(1, value.AllBytes)), Stopwatch.StartNew()));
        bar.Task.Value = value.Step == ImportStep.Reading ? value.Bytes : bar.Task.MaxValue;
        var doing = value.Step switch
        {
            ImportStep.Merging => "fusion",
            ImportStep.Promoting => "catalogue",
            ImportStep.Taken => $"pris en {bar.Clock.Elapsed.TotalSeconds:N0} s",
            _ => $"{value.Fiches / Math.Max(0.001, bar.Clock.Elapsed.TotalSeconds):N0}/s",
        };
        bar.Task.Description = Markup.Escape($"{value.File}, {value.Fiches:N0} fiches, {doing}");
    }
}
