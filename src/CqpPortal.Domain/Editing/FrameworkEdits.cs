namespace CqpPortal.Domain.Editing;

/// <summary>What one does to the rows of the three frameworks. Each returns the text as it is then, and never leaves a link to a row that is gone.</summary>
public static class FrameworkEdits
{
    public static EntryText AddActivity(EntryText text, string id) => text with { Activities = [.. text.Activities, new ActivityRow(id, "")] };

    public static EntryText AddBlock(EntryText text, string id) =>
        text with { Blocks = [.. text.Blocks, new BlockRow(id, FreeCode(text), "")] };

    public static EntryText AddAssessment(EntryText text, string id) => text with { Assessments = [.. text.Assessments, new AssessmentRow(id, "")] };

    /// <summary>A new skill after those of an activity, in the block of the one before it.</summary>
    public static EntryText AddSkill(EntryText text, string id, string activity)
    {
        var skills = text.Skills.ToList();
        var last = skills.FindLastIndex(skill => HomeOf(text, skill) == activity);
        skills.Insert(last < 0 ? skills.Count : last + 1, new SkillRow(id, "")
        {
            Activities = activity.Length == 0 ? [] : [activity],
            Block = last < 0 ? "" : skills[last].Block,
        });
        return text with { Skills = skills };
    }

    /// <summary>An existing skill serves one more activity.</summary>
    public static EntryText Link(EntryText text, string skill, string activity) => Change(text, skill, row =>
        row with { Activities = [.. row.Activities.Append(activity).Distinct()] });

    public static EntryText Unlink(EntryText text, string skill, string activity) => Change(text, skill, row =>
        row with { Activities = [.. row.Activities.Where(id => id != activity)] });

    /// <summary>Moves a row before its neighbour (<paramref name="by"/> -1) or after it (1). A skill at the edge of its activity goes over to the next one.</summary>
    public static EntryText Move(EntryText text, string kind, string id, int by)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            "activity" => text with { Activities = Moved(text.Activities, row => row.Id == id, by) },
            "block" => text with { Blocks = Moved(text.Blocks, row => row.Id == id, by) },
            "assessment" => text with { Assessments = Moved(text.Assessments, row => row.Id == id, by) },
            _ => MoveSkill(text, id, by),
        };
    }

    public static EntryText Remove(EntryText text, string kind, string id)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            "activity" => text with
            {
                Activities = [.. text.Activities.Where(row => row.Id != id)],
                Skills = [.. text.Skills.Select(row => row with { Activities = [.. row.Activities.Where(activity => activity != id)] })],
            },
            "block" => text with
            {
                Blocks = [.. text.Blocks.Where(row => row.Id != id)],
                Skills = [.. text.Skills.Select(row => row.Block == id ? row with { Block = "" } : row)],
            },
            "assessment" => text with
            {
                Assessments = [.. text.Assessments.Where(row => row.Id != id)],
                Skills = [.. text.Skills.Select(row => row with { Assessments = [.. row.Assessments.Where(assessment => assessment != id)] })],
            },
            _ => text with { Skills = [.. text.Skills.Where(row => row.Id != id)] },
        };
    }

    /// <summary>Puts back a row that was taken away, as an earlier text has it, with the links that still lead somewhere.</summary>
    public static EntryText PutBack(EntryText text, EntryText earlier, string row)
    {
        var (fields, before) = (EntryFields.Of(text), EntryFields.Of(earlier));
        foreach (var (path, value) in before.Where(said => EntryComparison.RowOf(said.Key) == row)) fields[path] = value;
        var order = $"{row.Split('/')[0]}/order";
        var merge = EntryFields.Split(before.GetValueOrDefault(order, ""));
        var now = EntryFields.Split(fields.GetValueOrDefault(order, "")).ToList();
        var id = row.Split('/')[^1];
        var after = merge.TakeWhile(known => known != id).LastOrDefault(now.Contains);
        if (!now.Contains(id)) now.Insert(after is null ? 0 : now.IndexOf(after) + 1, id);
        fields[order] = EntryFields.Order(now);
        var whole = EntryFields.ToText(fields);
        // Whatever served it or was assessed by it does so again.
        return whole with
        {
            Skills =
            [
                .. whole.Skills.Select(skill => earlier.Skills.FirstOrDefault(known => known.Id == skill.Id) is not { } known ? skill : skill with
                {
                    Activities = known.Activities.Contains(id) ? [.. skill.Activities.Append(id).Distinct()] : skill.Activities,
                    Assessments = known.Assessments.Contains(id) ? [.. skill.Assessments.Append(id).Distinct()] : skill.Assessments,
                    Block = known.Block == id ? id : skill.Block,
                }),
            ],
        };
    }

    /// <summary>The activity under which a skill is shown: the first that it serves, in the order of the activities; empty where it serves none.</summary>
    public static string HomeOf(EntryText text, SkillRow skill)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Activities.FirstOrDefault(activity => skill.Activities.Contains(activity.Id))?.Id ?? "";
    }

    private static EntryText MoveSkill(EntryText text, string id, int by)
    {
        var skill = text.Skills.FirstOrDefault(row => row.Id == id);
        if (skill is null) return text;
        var home = HomeOf(text, skill);
        var group = text.Skills.Where(row => HomeOf(text, row) == home).ToList();
        var place = group.IndexOf(skill) + by;
        if (place >= 0 && place < group.Count) return text with { Skills = Swapped(text.Skills, skill, group[place]) };
        var homes = text.Activities.Select(row => row.Id).ToList();
        var next = (home.Length == 0 ? homes.Count : homes.IndexOf(home)) + by;
        if (next < 0 || next >= homes.Count) return text;
        var moved = skill with { Activities = [homes[next], .. skill.Activities.Where(activity => activity != home && activity != homes[next])] };
        var others = text.Skills.Where(row => row != skill).ToList();
        var neighbours = others.Where(row => HomeOf(text, row) == homes[next]).ToList();
        var at = neighbours.Count == 0 ? others.Count : by > 0 ? others.IndexOf(neighbours[0]) : others.IndexOf(neighbours[^1]) + 1;
        others.Insert(at, moved);
        return text with { Skills = others };
    }

    private static List<SkillRow> Swapped(IReadOnlyList<SkillRow> rows, SkillRow one, SkillRow other) =>
        [.. rows.Select(row => row == one ? other : row == other ? one : row)];

    private static List<T> Moved<T>(IReadOnlyList<T> rows, Func<T, bool> isIt, int by)
    {
        var moved = rows.ToList();
        var from = moved.FindIndex(row => isIt(row));
        var to = from + by;
        if (from < 0 || to < 0 || to >= moved.Count) return moved;
        (moved[from], moved[to]) = (moved[to], moved[from]);
        return moved;
    }

    private static EntryText Change(EntryText text, string skill, Func<SkillRow, SkillRow> change) =>
        text with { Skills = [.. text.Skills.Select(row => row.Id == skill ? change(row) : row)] };

    private static string FreeCode(EntryText text) =>
        Enumerable.Range(1, text.Blocks.Count + 1).Select(number => $"BC{number:00}").First(code => !text.Blocks.Any(block => block.Code == code));
}
