using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Forms;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The three frameworks in one editor: activities, skills in their blocks, assessments, and what links them.</summary>
[RequestFormLimits(ValueCountLimit = MostFields)]
[RequestSizeLimit(MostBytes)]
internal sealed class ReferentielsModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EditingPage(database, current, clock)
{
    public const int MostFields = 30_000;

    public const int MostBytes = 8_000_000;

    /// <summary>The pasted table, kept in its box until it is added.</summary>
    public string Pasted { get; private set; } = "";

    /// <summary>The same as it is understood, to be looked at before it is added.</summary>
    public PastedTable? Table { get; private set; }

    protected override IReadOnlyList<string> Parts { get; } = ["activity", "block", "skill", "assessment", "target-jobs", "work-situations"];

    /// <summary>Skills in the groups that the page shows: under the first activity that each serves, and those that serve none.</summary>
    public IEnumerable<SkillRow> SkillsOf(string activity) => Text.Skills.Where(skill => FrameworkEdits.HomeOf(Text, skill) == activity);

    /// <summary>Skills shown elsewhere that serve this activity too.</summary>
    public IEnumerable<SkillRow> LinkedTo(string activity) => Text.Skills.Where(skill => skill.Activities.Contains(activity) && FrameworkEdits.HomeOf(Text, skill) != activity);

    public int PlaceOf(SkillRow skill) => Text.Skills.Index().First(row => row.Item.Id == skill.Id).Index + 1;

    protected override async Task<(EntryText Text, IReadOnlyList<ValidationFailure> Problems)> ActAsync(EntryText text, string act, CancellationToken cancellationToken)
    {
        // The page names its next row: a form that is sent twice adds it once.
        var id = Request.Form["fresh"].FirstOrDefault() is { } fresh && EntryRows.IsId(fresh) && !EntryFields.Of(text).Keys.Any(path => path.Split('/').Contains(fresh)) ? fresh : EntryRows.NewId();
        switch (act.Split(':'))
        {
            case ["add-activity"]:
                return (At($"activity-{id}-title", FrameworkEdits.AddActivity(text, id)), []);
            case ["add-block"]:
                return (At($"block-{id}-title", FrameworkEdits.AddBlock(text, id)), []);
            case ["add-assessment"]:
                return (At($"assessment-{id}-title", FrameworkEdits.AddAssessment(text, id)), []);
            case ["add-skill", var activity]:
                return (At($"skill-{id}-title", FrameworkEdits.AddSkill(text, id, activity)), []);
            case ["link", var activity] when Request.Form[$"link/{activity}"].FirstOrDefault() is { Length: > 0 } skill:
                return (At($"activity-{activity}-title", FrameworkEdits.Link(text, skill, activity)), []);
            case ["unlink", var skill, var activity]:
                return (At($"skill-{skill}-title", FrameworkEdits.Unlink(text, skill, activity)), []);
            case ["up" or "down", var row] when row.Split('/') is [var kind, var moved]:
                return (At($"{act.Replace(':', '-').Replace('/', '-')}", FrameworkEdits.Move(text, kind, moved, act[0] == 'u' ? -1 : 1)), []);
            case ["remove", var row] when row.Split('/') is [var kind, var gone]:
                return (At("remettre", FrameworkEdits.Remove(text, kind, gone)), []);
            case ["put-back", var revision, var row] when int.TryParse(revision, out var number):
                return (At($"{row.Replace('/', '-')}-title", FrameworkEdits.PutBack(text, await EntryOpening.RevisionAsync(Database, Entry, number, cancellationToken), row)), []);
            case ["paste-read" or "paste-add"]:
                return Paste(text, act == "paste-add");
            default:
                return (text, []);
        }
    }

    private (EntryText, IReadOnlyList<ValidationFailure>) Paste(EntryText text, bool add)
    {
        Pasted = TypedText.Table(Request.Form["paste"].FirstOrDefault());
        Table = PastedTable.Read(Pasted);
        if (Table.Rows.Count == 0) return (text, [new ValidationFailure("paste", Say("Collez au moins une ligne : activité, compétence, bloc, évaluation, séparés par des tabulations."))]);
        if (!Table.IsUnderstood) return (text, [.. Table.Rows.Where(row => row.Problem is not null).Select(row => new ValidationFailure("paste", Say($"Ligne {row.Line} : {row.Problem!.InWords()}")))]);
        // Read first, then added: nobody is surprised by what a table becomes.
        if (!add) return (text, [new ValidationFailure("paste", "")]);
        var added = Table.AddTo(text, EntryRows.NewId);
        (Pasted, Table) = ("", null);
        return (At("coller", added), []);
    }

    private EntryText At(string focus, EntryText text)
    {
        Focus = focus;
        return text;
    }
}
