using System.Text;

namespace CqpPortal.Domain.Editing;

/// <summary>A table copied from a spreadsheet or a document: activity, skill, block, assessment. It is read whole and shown before anything is added.</summary>
public sealed class PastedTable
{
    public const int MaxRows = 500;

    private static readonly string[] Headings = ["activité", "activités", "activite", "activites", "compétence", "compétences", "competence", "competences"];

    private PastedTable(IReadOnlyList<PastedRow> rows) => Rows = rows;

    /// <summary>Every line but empty ones and the heading.</summary>
    public IReadOnlyList<PastedRow> Rows { get; }

    public bool IsUnderstood => Rows.Count > 0 && Rows.All(row => row.Problem is null);

    /// <summary>Reads cells separated by tabs, as spreadsheets and text processors copy them; a cell in quotes may hold several lines.</summary>
    public static PastedTable Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<PastedRow>();
        var activity = "";
        foreach (var (line, cells) in Cells(text).Index().Where(row => row.Item.Any(cell => cell.Length > 0)))
        {
            if (rows.Count == 0 && cells.Take(2).All(cell => Headings.Contains(cell.ToLowerInvariant()))) continue;
            string At(int index) => index < cells.Length ? cells[index] : "";
            // Merged cells are copied once, above.
            if (At(0).Length > 0) activity = At(0);
            var problem = rows.Count >= MaxRows ? Message.Of($"Collez {MaxRows} lignes au plus à la fois.")
                : cells.Length > 4 && cells.Skip(4).Any(cell => cell.Length > 0) ? Message.Of($"Gardez quatre colonnes : activité, compétence, bloc, évaluation.")
                : At(1).Length == 0 ? cells.Length == 1 ? Message.Of($"Écrivez la compétence dans la deuxième colonne.") : Message.Of($"Écrivez une compétence sur cette ligne, ou retirez-la.")
                : activity.Length == 0 ? Message.Of($"Écrivez l’activité dans la première colonne.")
                : null;
            rows.Add(new PastedRow(line + 1, activity, At(1), At(2), At(3)) { Problem = problem });
            if (rows.Count > MaxRows) break;
        }
        return new PastedTable(rows);
    }

    /// <summary>The text with the rows added: what bears a title that is already there is linked, not written twice.</summary>
    /// <exception cref="InvalidOperationException">A row is not understood.</exception>
    public EntryText AddTo(EntryText text, Func<string> newId)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(newId);
        if (!IsUnderstood) throw new InvalidOperationException("A row is not understood.");
        var (activities, blocks, assessments, skills) = (text.Activities.ToList(), text.Blocks.ToList(), text.Assessments.ToList(), text.Skills.ToList());
        foreach (var row in Rows)
        {
            var activity = Find(activities, known => Same(known.Title, row.Activity), () => new ActivityRow(newId(), row.Activity)).Id;
            var block = row.Block.Length == 0 ? "" : Find(blocks, known => Same(known.Title, row.Block) || Same(known.Code, row.Block) || Same($"{known.Code} {known.Title}", row.Block),
                () => IsCode(row.Block) ? new BlockRow(newId(), row.Block.ToUpperInvariant(), "") : new BlockRow(newId(), "", row.Block)).Id;
            string[] tests = row.Assessment.Length == 0 ? [] : [Find(assessments, known => Same(known.Title, row.Assessment), () => new AssessmentRow(newId(), row.Assessment)).Id];
            var place = skills.FindIndex(known => Same(known.Title, row.Skill));
            if (place < 0) skills.Add(new SkillRow(newId(), row.Skill) { Activities = [activity], Block = block, Assessments = tests });
            else skills[place] = skills[place] with
            {
                Activities = [.. skills[place].Activities.Append(activity).Distinct()],
                Block = block.Length > 0 ? block : skills[place].Block,
                Assessments = [.. skills[place].Assessments.Union(tests)],
            };
        }
        return text with { Activities = activities, Blocks = blocks, Assessments = assessments, Skills = skills };
    }

    private static bool IsCode(string text) => text.Length <= 6 && text.StartsWith("BC", StringComparison.OrdinalIgnoreCase) && text[2..].All(char.IsAsciiDigit);

    private static bool Same(string one, string other) => string.Equals(Cleaned(one), Cleaned(other), StringComparison.OrdinalIgnoreCase);

    private static T Find<T>(List<T> rows, Predicate<T> isIt, Func<T> make)
    {
        if (rows.FindIndex(isIt) is >= 0 and var place) return rows[place];
        rows.Add(make());
        return rows[^1];
    }

    private static IEnumerable<string[]> Cells(string text)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        var written = text.ReplaceLineEndings("\n");
        for (var index = 0; index < written.Length; index++)
        {
            var letter = written[index];
            if (isQuoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (index + 1 < written.Length && written[index + 1] == '"') cell.Append(written[++index]);
                else isQuoted = false;
            }
            else if (letter == '"' && cell.Length == 0 && IsClosed(written, index)) isQuoted = true;
            else if (letter is '\t' or '\n')
            {
                cells.Add(Cleaned(cell));
                cell.Clear();
                if (letter == '\t') continue;
                yield return [.. cells];
                cells.Clear();
            }
            else cell.Append(letter);
        }
        cells.Add(Cleaned(cell));
        yield return [.. cells];
    }

    /// <summary>A quotation mark that opens a cell is closed before a tab or the end of a line; any other one is a letter like the rest.</summary>
    private static bool IsClosed(string text, int from)
    {
        for (var index = from + 1; index < text.Length; index++)
        {
            if (text[index] != '"') continue;
            if (index + 1 == text.Length || text[index + 1] is '\t' or '\n') return true;
            if (text[index + 1] == '"') index++;
        }
        return false;
    }

    private static string Cleaned(StringBuilder cell) => Cleaned(cell.ToString());

    private static string Cleaned(string cell) => string.Join(' ', cell.Split((char[])[' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
