using CqpPortal.Database;
using CqpPortal.Database.Frameworks;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.MonProjet;

/// <summary>Tasks in somebody's own words, one a line, and the certifications whose skills they name.</summary>
internal sealed class CeQueJeSaisFaireModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public const int MostTasks = 10;

    public const int LongestTask = 200;

    [BindProperty(SupportsGet = true, Name = "tache")]
    public string? Typed { get; set; }

    public IReadOnlyList<string> Tasks { get; private set; } = [];

    /// <summary>What to do where the text cannot be read; null where it can.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<SkillsOfTasks> Found { get; private set; } = [];

    public DateOnly Day { get; private set; }

    /// <summary>Tasks that no skill found names.</summary>
    public IReadOnlyList<string> Unmet => [.. Tasks.Index().Where(task => !Found.Any(of => of.Met.Any(skill => skill.Task == task.Index))).Select(task => task.Item)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Day = clock.TodayInParis();
        Tasks = [.. (TypedText.Lines(Typed) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (Tasks.Count == 0) return;
        Fault = Tasks.Count > MostTasks ? Say($"Gardez {MostTasks} lignes au plus : vous en avez écrit {Tasks.Count}.")
            : Tasks.FirstOrDefault(task => task.Length > LongestTask) is { } task ? Say($"Raccourcissez cette ligne, {LongestTask} caractères au plus : « {task[..60]}… »") : null;
        if (Fault is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        else Found = await SkillMatches.ToTasksAsync(database, Tasks, Day, cancellationToken);
    }
}
