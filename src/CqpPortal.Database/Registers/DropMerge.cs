using System.Buffers.Binary;
using System.Diagnostics;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Registers;

/// <summary>
/// Merges one export into the mirror, within the caller's transaction: what is new or changed goes by COPY into a staging table, and one
/// statement merges it. A fiche whose digest is the known one is not even parsed.
/// </summary>
internal sealed class DropMerge(PortalDbContext database, DropFile file, DateOnly date, bool force, PromoteFiches promote)
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(200);

    /// <summary>A register loses a few fiches a day at most.</summary>
    private const int ManyDisappeared = 20;

    private const string Merge =
        """
        insert into changed_fiches
        select s.number, case when f.number is null then 'added' else 'changed' end, s.may_be_cqp
        from staged_fiches s left join register_fiches f on f.number = s.number and f.format = $1;
        insert into register_fiches (number, format, register, title, is_active, ends_on, drop_date, digest, links, document)
        select number, $1, register, title, is_active, ends_on, $2, digest, links, document from staged_fiches
        on conflict (number, format) do update set title = excluded.title, is_active = excluded.is_active, ends_on = excluded.ends_on,
            drop_date = excluded.drop_date, digest = excluded.digest, links = excluded.links, document = excluded.document, disappeared_on = null, last_seen_on = null;
        insert into changed_fiches (number, change) select number, 'reappeared' from unnest($3) number where number not in (select number from staged_fiches);
        update register_fiches set disappeared_on = null, last_seen_on = null where number = any($3) and format = $1;
        insert into changed_fiches (number, change) select number, 'disappeared' from unnest($4) number;
        update register_fiches f set disappeared_on = $2, last_seen_on = coalesce((select drop_date from register_drops d where d.register = f.register and d.format = f.format), f.drop_date)
        where f.number = any($4) and f.format = $1;
        analyze changed_fiches;
        """;

    private readonly List<RejectedFiche> _rejected = [];
    private readonly List<FicheWarning> _warnings = [];
    private readonly ElementCounts _unknown = new();
    private readonly Dictionary<string, KnownFiche> _known = [];
    private readonly HashSet<string> _seen = [];
    private readonly HashSet<Register> _registers = [];
    private readonly List<string> _reappeared = [];
    private int _read;
    private int _staged;
    private int _changed;

    public async Task<DropReport> RunAsync(byte[] digest, DateTimeOffset now, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await ImportLock.TakeAsync(database, cancellationToken);
        var drops = await database.Set<RegisterDrop>().Where(drop => drop.Format == file.Format).ToDictionaryAsync(drop => drop.Register, cancellationToken);
        await CreateTablesAsync(cancellationToken);
        await StageAsync(drops, progress, cancellationToken);
        if (_seen.Count == 0) throw new RefusedDropException(_rejected.Count == 0 ? "L'export ne contient aucune fiche." : $"Aucune des {_rejected.Count} fiches n'a pu être lue ; la première : {_rejected[0].Number}, ligne {_rejected[0].Line}, {_rejected[0].Reason}.");

        // A fiche that is there but unreadable has not disappeared: its last readable state is kept.
        var rejected = _rejected.Select(fiche => fiche.Number).ToHashSet();
        var disappeared = _known.Where(known => known.Value is { IsGone: false } && _registers.Contains(known.Value.Register) && !_seen.Contains(known.Key) && !rejected.Contains(known.Key))
            .Select(known => known.Key).ToArray();
        Report(progress, ImportStep.Merging);
        await MergeAsync(disappeared, cancellationToken);
        Record(drops, digest, now);
        await database.SaveChangesAsync(cancellationToken);
        var changed = _staged + _reappeared.Count + disappeared.Length;
        if (changed > 0) Report(progress, ImportStep.Promoting);
        var promotion = changed == 0 ? PromotionReport.Nothing : await promote(database, changed, cancellationToken);
        return new DropReport
        {
            File = file.Name,
            Outcome = DropOutcome.Taken,
            Message = Remark(changed, disappeared.Length),
            Format = file.Format,
            Registers = [.. _registers.Order().Select(register => register.ToString().ToUpperInvariant())],
            DropDate = date,
            Read = _read,
            Added = _staged - _changed,
            Changed = _changed,
            Unchanged = _seen.Count - _staged,
            Disappeared = disappeared.Length,
            Reappeared = _reappeared.Count,
            Rejected = _rejected,
            Warnings = _warnings,
            UnknownElements = _unknown.Counts,
            Promotion = promotion,
        };
    }

    /// <summary>That nothing changed, or that so much is missing that the export may not be whole.</summary>
    private string? Remark(int changed, int disappeared)
    {
        if (changed == 0) return "Déjà importé, ou pareil au dernier : rien à changer.";
        var known = _known.Values.Count(fiche => !fiche.IsGone && _registers.Contains(fiche.Register));
        return disappeared >= ManyDisappeared && disappeared * 10 > known
            ? $"{disappeared} fiches sur {known} ne sont plus dans cet export : elles sont gardées et marquées. Vérifiez qu'il est entier."
            : null;
    }

    private async Task StageAsync(Dictionary<Register, RegisterDrop> drops, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await LoadKnownAsync(cancellationToken);
        await using var command = await database.CommandAsync("", cancellationToken);
        await using var staged = await StagedFiches.OpenAsync(command, cancellationToken);
        foreach (var fiche in Fiches(progress))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _read++;
            var number = fiche.Number.ToString();
            if (!Accept(fiche, number, drops)) continue;
            var known = _known.GetValueOrDefault(number);
            if (known is { IsGone: true }) _reappeared.Add(number);
            if (known is not null && known.Digest == fiche.Digest) continue;
            if (Content(fiche, number) is not { } content) continue;
            await staged.WriteAsync(content, fiche.Digest, cancellationToken);
            _staged++;
            if (known is not null) _changed++;
        }
        await staged.CompleteAsync(cancellationToken);
    }

    private bool Accept(ReadFiche fiche, string number, Dictionary<Register, RegisterDrop> drops)
    {
        var register = fiche.Number.Register;
        // A flux holds one register, the one of its name or else of its first fiche; the CSV holds both.
        if (file.Format == RegisterFormat.Xml && (file.Register ?? _registers.Cast<Register?>().FirstOrDefault() ?? register) is var own && own != register)
        {
            Reject(number, fiche.Line, $"le flux est celui du {own.ToString().ToUpperInvariant()}", file.MainPart);
            return false;
        }
        if (_registers.Add(register) && !force && drops.GetValueOrDefault(register) is { } last && date < last.DropDate)
            throw new RefusedDropException($"Cet export du {date:yyyy-MM-dd} est plus ancien que le dernier pris ({last.DropDate:yyyy-MM-dd}). Pour le prendre quand même : --force.");
        if (_seen.Add(number)) return true;
        Reject(number, fiche.Line, "le numéro est déjà dans cet export", file.MainPart);
        return false;
    }

    private Fiche? Content(ReadFiche read, string number)
    {
        try
        {
            var fiche = read.Read();
            if (FicheDateCheck.Contradiction(fiche.Dates) is { } contradiction) _warnings.Add(new FicheWarning(number, read.Line, contradiction.ToString(), file.MainPart));
            return fiche;
        }
        catch (UnreadableFicheException problem)
        {
            _seen.Remove(number);
            Reject(number, problem.Line, problem.Message, file.MainPart);
            return null;
        }
    }

    private IEnumerable<ReadFiche> Fiches(IProgress<ImportProgress> progress)
    {
        var all = file.Parts.Values.Sum(part => part.Length);
        var clock = Stopwatch.StartNew();
        progress.Report(new ImportProgress(file.Name, ImportStep.Reading, 0, all, 0));
        void Tell(long bytes)
        {
            if (clock.Elapsed < BetweenProgress) return;
            progress.Report(new ImportProgress(file.Name, ImportStep.Reading, bytes, all, _read));
            clock.Restart();
        }
        if (file.Format == RegisterFormat.Csv)
        {
            foreach (var fiche in new CsvDrop(file, _unknown, Refuse, Tell).Read()) yield return fiche;
        }
        else
        {
            using var stream = file.Parts["XML"].Open();
            foreach (var fiche in XmlDrop.Read(stream, _unknown, (number, line, reason) => Refuse(number, line, reason, file.MainPart)))
            {
                yield return fiche;
                Tell(stream.Count);
            }
        }
        Report(progress, ImportStep.Reading);
    }

    private void Report(IProgress<ImportProgress> progress, ImportStep step)
    {
        var all = file.Parts.Values.Sum(part => part.Length);
        progress.Report(new ImportProgress(file.Name, step, all, all, _read));
    }

    private void Refuse(string number, long line, string reason, string entry)
    {
        _read++;
        Reject(number, line, reason, entry);
    }

    private void Reject(string number, long line, string reason, string entry) => _rejected.Add(new RejectedFiche(number, line, reason, entry));

    private async Task LoadKnownAsync(CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync("select number, register, digest, disappeared_on is not null from register_fiches where format = $1", cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = file.Format.ToString() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            _known.Add(reader.GetString(0), new KnownFiche(
                Enum.Parse<Register>(reader.GetString(1)), BinaryPrimitives.ReadUInt128BigEndian(reader.GetFieldValue<byte[]>(2)), reader.GetBoolean(3)));
        }
    }

    private async Task MergeAsync(string[] disappeared, CancellationToken cancellationToken)
    {
        await using var batch = await database.BatchAsync(cancellationToken);
        foreach (var statement in Merge.Split(";\n"))
        {
            var command = new NpgsqlBatchCommand(statement);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = file.Format.ToString() });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = date });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. _reappeared] });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = disappeared });
            batch.BatchCommands.Add(command);
        }
        batch.Timeout = 1800;
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void Record(Dictionary<Register, RegisterDrop> drops, byte[] digest, DateTimeOffset now)
    {
        foreach (var register in _registers)
        {
            if (!drops.TryGetValue(register, out var drop))
            {
                drop = new RegisterDrop { Register = register, Format = file.Format, FileName = file.Name, Digest = digest };
                database.Add(drop);
            }
            (drop.DropDate, drop.FileName, drop.Digest, drop.ImportedAt) = (date, file.Name, digest, now);
            drop.Fiches = _seen.Count(number => number.StartsWith(register == Register.Rncp ? "RNCP" : "RS", StringComparison.Ordinal));
            drop.Rejected = _rejected.Count;
        }
    }

    private async Task CreateTablesAsync(CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(StagedFiches.Create + ChangedFiches.Create, cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record KnownFiche(Register Register, UInt128 Digest, bool IsGone);
}
