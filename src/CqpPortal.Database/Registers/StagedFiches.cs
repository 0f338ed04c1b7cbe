using System.Buffers;
using System.Buffers.Binary;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using Npgsql;
using NpgsqlTypes;

namespace CqpPortal.Database.Registers;

/// <summary>The temporary table that a drop's new and changed fiches go to by COPY, before one statement merges them.</summary>
internal sealed class StagedFiches(NpgsqlBinaryImporter copy) : IAsyncDisposable
{
    public const string Create =
        """
        select set_config('default_toast_compression', 'lz4', true) from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals);
        create temp table staged_fiches (
            number text, register text, title text, is_active boolean, ends_on date, digest bytea, links text[], may_be_cqp boolean, document jsonb) on commit drop;
        """;

    private const string Columns = "copy staged_fiches (number, register, title, is_active, ends_on, digest, links, may_be_cqp, document) from stdin (format binary)";

    private readonly ArrayBufferWriter<byte> _document = new(64 * 1024);

    /// <param name="like">Its connection is used, and its patience.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    public static async Task<StagedFiches> OpenAsync(NpgsqlCommand like, CancellationToken cancellationToken)
    {
        var copy = await like.Connection!.BeginBinaryImportAsync(Columns, cancellationToken);
        copy.Timeout = TimeSpan.FromSeconds(like.CommandTimeout);
        return new StagedFiches(copy);
    }

    public async Task WriteAsync(Fiche fiche, UInt128 digest, CancellationToken cancellationToken)
    {
        _document.ResetWrittenCount();
        FicheJson.Write(fiche, _document);
        await copy.StartRowAsync(cancellationToken);
        await copy.WriteAsync(fiche.Number.ToString(), cancellationToken);
        await copy.WriteAsync(fiche.Number.Register.ToString(), cancellationToken);
        // The whole title is in the document; the column is what lists show and search.
        await copy.WriteAsync(FicheText.Cut(fiche.Title, Certification.MaxTitleLength), cancellationToken);
        if (fiche.IsActive is { } active) await copy.WriteAsync(active, cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
        if (fiche.Dates.EndsOn is { } end) await copy.WriteAsync(end, cancellationToken);
        else await copy.WriteNullAsync(cancellationToken);
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, digest);
        await copy.WriteAsync(bytes, cancellationToken);
        await copy.WriteAsync<string[]>([.. fiche.Replaces, .. fiche.ReplacedBy], cancellationToken);
        await copy.WriteAsync(CqpEvidence.MayBe(fiche), cancellationToken);
        await copy.WriteAsync(_document.WrittenMemory, NpgsqlDbType.Jsonb, cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken) => await copy.CompleteAsync(cancellationToken);

    public ValueTask DisposeAsync() => copy.DisposeAsync();
}
