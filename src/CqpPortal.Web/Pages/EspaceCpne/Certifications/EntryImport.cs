using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Answers.Batch;
using CqpPortal.Web.Forms;
using CsvHelper;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A file of entries, read and checked whole: what each line would change, and what must be corrected first. Nothing is written by reading.</summary>
internal sealed class EntryImport
{
    public const int MostBytes = 4_000_000;

    public const int MostLines = 5_000;

    private static readonly char[] Separators = [';', ',', '\t'];

    private static readonly byte[][] NoText = [[0x50, 0x4B, 0x03, 0x04], [0x89, 0x50, 0x4E, 0x47], [0x25, 0x50, 0x44, 0x46], [0xD0, 0xCF, 0x11, 0xE0]];

    private readonly List<ImportedLine> _lines = [];
    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<ImportedLine> Lines => _lines;

    public IReadOnlyList<ImportFault> Faults => _faults;

    public bool IsRight => _faults.Count == 0 && _lines.Count > 0;

    /// <summary>Lines that would write something.</summary>
    public IEnumerable<ImportedLine> Changes => _lines.Where(line => line.IsNew || line.Changes.Count > 0);

    /// <summary>Entries of other committees that the file names: attempts worth a line in the audit log.</summary>
    public List<int> Foreign { get; } = [];

    /// <summary>Tells one state of the entries from another: what was checked is what is written.</summary>
    public string State { get; private set; } = "";

    public static async Task<EntryImport> ReadAsync(PortalDbContext database, Person person, byte[] content, CancellationToken cancellationToken)
    {
        var import = new EntryImport();
        if (content.Length == 0) import._faults.Add(new ImportFault(0, "", Say("Le fichier est vide.")));
        else if (content.Length > MostBytes) import._faults.Add(new ImportFault(0, "", Say($"Le fichier est trop lourd : {MostBytes / 1_000_000} Mo au plus.")));
        else if (NoText.Any(start => content.AsSpan().StartsWith(start))) import._faults.Add(new ImportFault(0, "", Say("Ce n’est pas un fichier CSV : dans votre tableur, enregistrez sous « CSV UTF-8 ».")));
        else await import.ReadRowsAsync(database, person, CsvList.ToUtf8(content).Utf8, cancellationToken);
        return import;
    }

    private async Task ReadRowsAsync(PortalDbContext database, Person person, byte[] utf8, CancellationToken cancellationToken)
    {
        var rows = Separators.Select(separator => Rows(utf8, separator)).MaxBy(rows => rows.Count > 0 ? rows[0].Cells.Count(EntryColumns.Headings.Contains) : 0)!;
        if (rows.Count == 0 || !rows[0].Cells.Contains(EntryColumns.Fields[1].Heading))
        {
            _faults.Add(new ImportFault(1, "", Say($"La première ligne donne les titres des colonnes, dont « {EntryColumns.Fields[1].Heading} » : partez d’un export.")));
            return;
        }
        var headings = rows[0].Cells;
        foreach (var unknown in headings.Where(heading => heading.Length > 0 && !EntryColumns.Headings.Contains(heading))) _faults.Add(new ImportFault(1, unknown, Say("Cette colonne n’est pas connue : retirez-la, ou reprenez le titre d’un export.")));
        foreach (var twice in headings.Where(heading => heading.Length > 0).GroupBy(heading => heading).Where(group => group.Count() > 1)) _faults.Add(new ImportFault(1, twice.Key, Say("Cette colonne est là deux fois : gardez-en une.")));
        if (rows.Count - 1 > MostLines) _faults.Add(new ImportFault(MostLines + 2, "", Say($"Le fichier a plus de {MostLines} lignes : partagez-le.")));
        if (_faults.Count > 0) return;

        var owned = await OwnedTexts.OfAsync(database, person.Committees, cancellationToken);
        var committees = await database.BranchCommittees.AsNoTracking().Where(committee => committee.MergedInto == null).ToListAsync(cancellationToken);
        var writes = committees.Where(committee => person.May(Permission.WriteDrafts, committee.Key)).ToList();
        State = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', owned.Select(row => $"{row.Owned.EntryId}/{row.Owned.Slug}/{row.Revision}/{row.Text.Digest}")))));
        var seen = new HashSet<string>();
        foreach (var (line, cells) in rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            string At(string heading) => headings.IndexOf(heading) is >= 0 and var place && place < cells.Count ? cells[place] : "";
            var (key, slug) = (At(EntryColumns.Key), At(EntryColumns.Address));
            var known = owned.FirstOrDefault(row => key.Length > 0 ? row.Owned.EntryId?.ToString(CultureInfo.InvariantCulture) == key : slug.Length > 0 && row.Owned.Slug == slug);
            if ((key.Length > 0 || slug.Length > 0) && known.Owned is null)
            {
                if (int.TryParse(key, CultureInfo.InvariantCulture, out var number)) Foreign.Add(number);
                _faults.Add(new ImportFault(line, key.Length > 0 ? EntryColumns.Key : EntryColumns.Address, Say("Aucune fiche de vos commissions ne porte cette clé : reprenez celle d’un export, ou laissez-la vide pour créer.")));
                continue;
            }
            if ((key.Length > 0 || slug.Length > 0) && !seen.Add(known.Owned!.EntryId?.ToString(CultureInfo.InvariantCulture) ?? known.Owned.Slug!))
            {
                _faults.Add(new ImportFault(line, EntryColumns.Key, Say("Cette fiche est déjà sur une ligne plus haut : gardez-en une.")));
                continue;
            }
            var start = known.Text ?? new EntryText();
            if (Over(start, line, headings, cells, committees) is not { } text) continue;
            if (known.Owned is null && text.Owners.Count == 0 && writes.Count == 1)
                text = text with { Owners = [.. writes[0].Branches.Select(branch => new OwnerRow(branch.ToString(), writes[0].Key)).OrderBy(owner => owner.Branch, StringComparer.Ordinal)] };
            if (known.Owned is null && !text.Owners.Any(owner => writes.Any(committee => committee.Key == owner.Committee)))
                _faults.Add(new ImportFault(line, EntryColumns.Branches, Say("Donnez l’IDCC d’une branche dont la commission vous a donné le droit d’écrire.")));
            var rowsOf = headings.Contains(EntryColumns.Frameworks) ? TypedText.Lines(At(EntryColumns.Frameworks)) : "";
            if (rowsOf.Length > 0 && rowsOf != TypedText.Lines(EntryColumns.FrameworksOf(start)))
            {
                // As in the editor: rows are added and linked, never taken away by a file.
                var table = EntryColumns.Table(rowsOf);
                foreach (var row in table.Rows.Where(row => row.Problem is not null)) _faults.Add(new ImportFault(line, EntryColumns.Frameworks, Say($"Ligne {row.Line} de la case : {row.Problem!.InWords()}")));
                if (table.IsUnderstood) text = table.AddTo(text, EntryRows.NewId);
            }
            var valid = await new EntryTextValidator().ValidateAsync(text, options => options.IncludeRuleSets(EntryTextValidator.Draft), cancellationToken);
            foreach (var fault in valid.Errors) _faults.Add(new ImportFault(line, HeadingOf(fault.PropertyName), fault.ErrorMessage));
            if (text.Title.Length == 0) _faults.Add(new ImportFault(line, EntryColumns.Fields[1].Heading, Say("Écrivez l’intitulé.")));
            var changes = EntryComparison.Between(start, text);
            if (changes.Count > 0 && known.Owned is { State: TextState.InReview or TextState.FullySigned }) _faults.Add(new ImportFault(line, EntryColumns.Key, Say("Cette fiche est en relecture : reprenez-la d’abord en brouillon.")));
            _lines.Add(new ImportedLine(line, known.Owned, known.Revision, text, changes));
        }
        if (_lines.Count == 0 && _faults.Count == 0) _faults.Add(new ImportFault(2, "", Say("Le fichier n’a aucune ligne après les titres.")));
    }

    private EntryText? Over(EntryText start, int line, List<string> headings, List<string> cells, List<BranchCommittee> committees)
    {
        var fields = EntryFields.Of(start);
        var isRight = true;
        foreach (var (place, heading) in headings.Index().Where(column => column.Item.Length > 0))
        {
            var typed = place < cells.Count ? cells[place] : "";
            var path = EntryColumns.Fields.FirstOrDefault(column => column.Heading == heading).Path;
            if (path is null) continue;
            var cell = path is "purpose" or "sectors" or "target-jobs" or "work-situations" || path.Contains('-', StringComparison.Ordinal) || path.EndsWith("/jury", StringComparison.Ordinal) ? TypedText.Lines(typed) : TypedText.Line(typed);
            if (EntryColumns.Read(path, cell) is not { } value)
            {
                _faults.Add(new ImportFault(line, heading, path == "kind" ? Say($"« {cell} » : écrivez CQP ou CQPI.") : Say($"« {cell} » : écrivez oui, non, ou rien.")));
                isRight = false;
            }
            else if (value.Length == 0 && path != "kind") fields.Remove(path);
            else fields[path] = value;
        }
        if (headings.IndexOf(EntryColumns.Branches) is >= 0 and var branches && branches < cells.Count)
        {
            var codes = cells[branches].Split((char[])[' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var path in fields.Keys.Where(path => path.StartsWith("owner/", StringComparison.Ordinal)).ToList())
                if (!codes.Any(code => Idcc.TryParse(code, null, out var idcc) && path.Split('/')[1] == idcc.ToString())) fields.Remove(path);
            foreach (var code in codes)
            {
                if (!Idcc.TryParse(code, null, out var idcc))
                {
                    _faults.Add(new ImportFault(line, EntryColumns.Branches, Say($"« {code} » n’est pas un IDCC : écrivez ses quatre chiffres, comme 3248.")));
                    isRight = false;
                }
                else fields.TryAdd($"owner/{idcc}/committee", committees.FirstOrDefault(committee => committee.Branches.Contains(idcc))?.Key ?? "");
            }
        }
        return isRight ? EntryFields.ToText(fields) : null;
    }

    private static string HeadingOf(string path) => path.StartsWith("owner/", StringComparison.Ordinal) ? EntryColumns.Branches : EntryColumns.Fields.FirstOrDefault(column => column.Path == path).Heading ?? path;

    /// <summary>Rows with the lines on which they begin. A formula that an export made harmless is read as it was.</summary>
    private static List<(int Line, List<string> Cells)> Rows(byte[] utf8, char separator)
    {
        using var csv = CsvReader.Create(utf8, CsvList.OptionsFor(separator));
        var rows = new List<(int, List<string>)>();
        while (rows.Count <= MostLines + 1 && csv.Read())
            rows.Add((rows.Count + 1, [.. Enumerable.Range(0, Math.Min(csv.FieldCount, CsvList.MostColumns)).Select(place => Unescaped(Encoding.UTF8.GetString(csv.GetSpan(place)).Trim('\uFEFF')))]));
        return rows;
    }

    private static string Unescaped(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell.Trim();
}
