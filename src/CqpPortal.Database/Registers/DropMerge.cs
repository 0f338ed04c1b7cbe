using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CqpPortal.Database.Registers;

/// <summary>
/// Merges one export into the mirror, within the caller's transaction: what is new or changed goes by COPY into a staging table, and one
/// statement merges it. A fiche whose digest is the known one is not even parsed.
/// </summary>
internal sealed class DropMerge(PortalDbContext database, DropFile file, DateOnly date, bool force, PromoteFiches promote)
{
    /// <summary>One import at a time, whoever runs it.</summary>
    private const long ImportLock = 0x0C9_1A9_0E7;

    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(200);

    private const string Staging =
        """
        select set_config('default_toast_compression', 'lz4', true) from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals);
        create temp table staged_fiches (
            number text, register text, title text, is_active boolean, ends_on date, digest bytea, links text[], may_be_cqp boolean, document jsonb) on commit drop;
        create temp table changed_fiches (number text, change text, may_be_cqp boolean not null default false) on commit drop;
        """;

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
        await LockAsync(cancellationToken);
        var drops = await database.Set<RegisterDrop>().Where(drop => drop.Format == file.Format).ToDictionaryAsync(drop => drop.Register, cancellationToken);
        await ExecuteAsync(Staging, cancellationToken);
        await StageAsync(drops, progress, cancellationToken);
        if (_seen.Count == 0) throw new RefusedDropException(_rejected.Count == 0 ? "L'export ne contient aucune fiche." : $"Aucune des {_rejected.Count} fiches n'a pu être lue ; la première : {_rejected[0].Number}, ligne {_rejected[0].Line}, {_rejected[0].Reason}.");

        // A fiche that is there but unreadable has not disappeared: its last readable state is kept.
        var rejected = _rejected.Select(fiche => fiche.Number).ToHashSet();
        var disappeared = _known.Where(known => known.Value is { IsGone: false } && _registers.Contains(known.Value.Register) && !_seen.Contains(known.Key) && !rejected.Contains(known.Key))
            .Select(known => known.Key).ToArray();
        await MergeAsync(disappeared, cancellationToken);
        Record(drops, digest, now);
        await database.SaveChangesAsync(cancellationToken);
        var changed = _staged + _reappeared.Count + disappeared.Length;
        var promotion = changed == 0 ? PromotionReport.Nothing : await promote(database, changed, cancellationToken);
        return new DropReport
        {
            File = file.Name,
            Outcome = DropOutcome.Taken,
            Message = changed == 0 ? "Déjà importé, ou pareil au dernier : rien à changer." : null,
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
            UnknownElements = _unknown.Counts,
            Promotion = promotion,
        };
    }

    private async Task LockAsync(CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync($"select pg_try_advisory_xact_lock({ImportLock})", cancellationToken);
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!) throw new RefusedDropException("Un autre import est en cours sur cette base : attendez qu'il finisse, puis recommencez.");
    }

    private async Task StageAsync(Dictionary<Register, RegisterDrop> drops, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await LoadKnownAsync(cancellationToken);
        await using var command = await database.CommandAsync("", cancellationToken);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        await using var copy = await command.Connection!.BeginBinaryImportAsync(
            "copy staged_fiches (number, register, title, is_active, ends_on, digest, links, may_be_cqp, document) from stdin (format binary)", cancellationToken);
        foreach (var fiche in Fiches(progress))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _read++;
            var number = fiche.Number.ToString();
            if (!Accept(fiche, number, drops)) continue;
            var known = _known.GetValueOrDefault(number);
            if (known is { IsGone: true }) _reappeared.Add(number);
            if (known is not null && known.Digest == fiche.Digest) continue;
            await WriteAsync(copy, fiche, number, buffer, known is not null, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private bool Accept(ReadFiche fiche, string number, Dictionary<Register, RegisterDrop> drops)
    {
        var register = fiche.Number.Register;
        // A flux holds one register, the one of its name or else of its first fiche; the CSV holds both.
        if (file.Format == RegisterFormat.Xml && (file.Register ?? _registers.Cast<Register?>().FirstOrDefault() ?? register) is var own && own != register)
        {
            Reject(number, fiche.Line, $"le flux est celui du {own.ToString().ToUpperInvariant()}", file.Name);
            return false;
        }
        if (_registers.Add(register) && !force && drops.GetValueOrDefault(register) is { } last && date < last.DropDate)
            throw new RefusedDropException($"Cet export du {date:yyyy-MM-dd} est plus ancien que le dernier pris ({last.DropDate:yyyy-MM-dd}). Pour le prendre quand même : --force.");
        if (_seen.Add(number)) return true;
        Reject(number, fiche.Line, "le numéro est déjà dans cet export", file.Name);
        return false;
    }

    private async Task WriteAsync(NpgsqlBinaryImporter copy, ReadFiche read, string number, ArrayBufferWriter<byte> buffer, bool isKnown, CancellationToken cancellationToken)
    {
        Fiche fiche;
        try
        {
            fiche = read.Read();
            if (fiche.Title.Contains('\0', StringComparison.Ordinal)) throw new UnreadableFicheException("le titre contient un caractère nul", read.Line);
        }
        catch (UnreadableFicheException problem)
        {
            _seen.Remove(number);
            Reject(number, problem.Line, problem.Message, file.Name);
            return;
        }
        buffer.ResetWrittenCount();
        FicheJson.Write(fiche, buffer);
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(number, cancellationToken);
        await copy.WriteAsync(fiche.Number.Register.ToString(), cancellationToken);
        await copy.WriteAsync(fiche.Title, cancellationToken);
        if (fiche.IsActive is { } active) await copy.WriteAsync(active, cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
        if (fiche.Dates.EndsOn is { } end) await copy.WriteAsync(end, cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
        var digest = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(digest, read.Digest);
        await copy.WriteAsync(digest, cancellationToken);
        await copy.WriteAsync<string[]>([.. fiche.Replaces, .. fiche.ReplacedBy], cancellationToken);
        await copy.WriteAsync(CqpEvidence.MayBe(fiche), cancellationToken);
        await copy.WriteAsync(buffer.WrittenMemory, NpgsqlDbType.Jsonb, cancellationToken);
        _staged++;
        if (isKnown) _changed++;
    }

    private IEnumerable<ReadFiche> Fiches(IProgress<ImportProgress> progress)
    {
        var all = file.Parts.Values.Sum(part => part.Length);
        var clock = Stopwatch.StartNew();
        void Tell(long bytes)
        {
            if (clock.Elapsed < BetweenProgress) return;
            progress.Report(new ImportProgress(file.Name, bytes, all, _read));
            clock.Restart();
        }
        if (file.Format == RegisterFormat.Csv)
        {
            foreach (var fiche in new CsvDrop(file, _unknown, Refuse, Tell).Read()) yield return fiche;
        }
        else
        {
            using var stream = file.Parts["XML"].Open();
            foreach (var fiche in XmlDrop.Read(stream, _unknown, (number, line, reason) => Refuse(number, line, reason, file.Name)))
            {
                yield return fiche;
                Tell(stream.Count);
            }
        }
        progress.Report(new ImportProgress(file.Name, all, all, _read));
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

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(sql, cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record KnownFiche(Register Register, UInt128 Digest, bool IsGone);
}
