using CqpPortal.Database.Configuration;
using CqpPortal.Database.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.ReferenceData;

/// <summary>Brings the reference tables in step with the files of this folder.</summary>
public static class ReferenceDataLoader
{
    // A branch that left the file stays while something points to it.
    private const string Branches =
        """
        with gone as (
            delete from branches b
            where b.idcc <> all($1::text[])
                and not exists (select from owning_branches o where o.branch = b.idcc)
                and not exists (select from branch_committees c where b.idcc = any(c.branches)))
        insert into branches (idcc, name, full_title, opco)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
        on conflict (idcc) do update set name = excluded.name, full_title = excluded.full_title, opco = excluded.opco
        """;

    // A label that left the file is kept: certifications may still bear its code.
    private const string Terms =
        """
        insert into reference_terms (kind, code, label) select '{0}', code, label from unnest($1::text[], $2::text[]) as rows(code, label)
        on conflict (kind, code) do update set label = excluded.label
        """;

    private const string Jobs =
        """
        with gone as (delete from job_names where (rome, name) not in (select * from unnest($1::text[], $2::text[])))
        insert into job_names (rome, name) select * from unnest($1::text[], $2::text[]) on conflict do nothing
        """;

    private const string Synonyms =
        """
        with gone as (delete from synonyms where (word, meaning) not in (select * from unnest($1::text[], $2::text[])))
        insert into synonyms (word, meaning) select * from unnest($1::text[], $2::text[]) on conflict do nothing
        """;

    private const string Versions =
        """
        insert into reference_versions (file_name, digest, source) select * from unnest($1::text[], $2::text[], $3::text[])
        on conflict (file_name) do update set digest = excluded.digest, source = excluded.source
        """;

    /// <summary>Loads, in one transaction, the files that differ from those loaded last.</summary>
    /// <returns>Whether anything was loaded.</returns>
    public static async Task<bool> LoadAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        (string Name, string Sql, Func<IReadOnlyDictionary<string, string>, string?[]> Columns)[] loads =
        [
            ("branches.csv", Branches, row => [row["idcc"], row["name"], row["full_title"], row["opco"].Length == 0 ? null : row["opco"]]),
            ("rome.csv", Terms.Replace("{0}", nameof(ReferenceTermKind.Rome), StringComparison.Ordinal), row => [row["code"], row["label"]]),
            ("nsf.csv", Terms.Replace("{0}", nameof(ReferenceTermKind.Nsf), StringComparison.Ordinal), row => [row["code"], row["label"]]),
            ("formacodes.csv", Terms.Replace("{0}", nameof(ReferenceTermKind.Formacode), StringComparison.Ordinal), row => [row["code"], row["label"]]),
            ("job_names.csv", Jobs, row => [row["rome"], row["name"]]),
            ("synonyms.csv", Synonyms, row => [QueryWords.Normalise(row["word"]), QueryWords.Normalise(row["meaning"])]),
        ];
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var digests = await database.Set<ReferenceVersion>().AsNoTracking()
            .ToDictionaryAsync(version => version.FileName, version => version.Digest, cancellationToken);
        var changed = loads.Select(load => (File: ReferenceFile.Read(load.Name), load.Sql, load.Columns))
            .Where(load => digests.GetValueOrDefault(load.File.FileName) != load.File.Digest).ToList();
        if (changed.Count == 0) return false;

        foreach (var (file, sql, columns) in changed)
        {
            await FillAsync(database, sql, [.. file.Rows.Select(columns)], cancellationToken);
            await FillAsync(database, Versions, [[file.FileName, file.Digest, file.Source]], cancellationToken);
        }
        await SearchIndex.RefreshAsync(database, null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task FillAsync(PortalDbContext database, string sql, string?[][] rows, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(sql, cancellationToken);
        for (var column = 0; column < rows[0].Length; column++)
            command.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. rows.Select(row => row[column])] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
