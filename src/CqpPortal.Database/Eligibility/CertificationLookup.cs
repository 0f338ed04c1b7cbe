using CqpPortal.Database.Configuration;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>Finds the certifications that typed codes, slugs or titles name, with all that eligibility asks about them.</summary>
public sealed class CertificationLookup(PortalDbContext database)
{
    // The first that names one certification only. What is short names a block within its fiche, if anything.
    private const string NamedBy =
        """
        coalesce(
            (select min(id) from certifications where upper(local_code) = upper({0}) having count(*) = 1),
            (select id from certifications where slug = lower({0})),
            (select min(r.certification_id) from registered_blocks b join registrations r on r.id = b.registration_id
                where b.code = {0} and length({0}) > 5 having count(*) = 1),
            (select min(certification_id) from search_documents
                where sort_title = btrim(regexp_replace(portal_words(unaccent({0})), '\s+', ' ', 'g')) having count(*) = 1))
        """;

    private const string ByNumber =
        "select document from certification_facts where certification_id = any(array(select certification_id from registrations where number = any($1)))";

    private const string NumbersOfMany = "select number, certification_id from registrations where number = any($1)";

    private const string ManyById = "select certification_id, document from certification_facts where certification_id = any($1)";

    private static readonly string ByText = $"select document from certification_facts where certification_id = {NamedBy.Replace("{0}", "$1", StringComparison.Ordinal)}";

    private static readonly string TextsOfMany =
        $"select * from (select t.typed, {NamedBy.Replace("{0}", "t.typed", StringComparison.Ordinal)} as id from unnest($1) t(typed)) named where id is not null";

    /// <summary>
    /// Finds by a register number as people paste it, bare digits that only one register holds, the code of a block, a local code, a slug or an
    /// exact title, whatever its capitals and accents.
    /// </summary>
    /// <returns>Null when it names no certification, or several.</returns>
    public async Task<AskedCertification?> FindAsync(string? typed, CancellationToken cancellationToken) =>
        TypedCode.Of(typed) is { } code ? await FindAsync(code, cancellationToken) : null;

    /// <summary>The same for thousands, in three questions to the database.</summary>
    /// <returns>Those that name a certification, by what was typed.</returns>
    public async Task<IReadOnlyDictionary<string, AskedCertification>> FindManyAsync(IReadOnlyCollection<string> typed, CancellationToken cancellationToken)
    {
        var codes = typed.Distinct().Select(text => (Typed: text, Code: TypedCode.Of(text)!)).Where(entry => entry.Code is not null).ToList();
        var numbers = await ReadNamesAsync(NumbersOfMany, codes.SelectMany(entry => entry.Code.Numbers), cancellationToken);
        var named = codes.ToDictionary(entry => entry.Typed, entry => entry.Code.Numbers.Where(numbers.ContainsKey).ToList() is [var number] ? numbers[number] : (int?)null);
        var texts = await ReadNamesAsync(TextsOfMany, codes.Where(entry => named[entry.Typed] is null).Select(entry => entry.Code.Text), cancellationToken);
        foreach (var (text, code) in codes) named[text] ??= texts.TryGetValue(code.Text, out var id) ? id : null;

        var certifications = new Dictionary<int, KnownCertification>();
        await using var command = await CommandAsync(ManyById, named.Values.OfType<int>().Distinct().ToArray(), cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) certifications.Add(reader.GetInt32(0), StoredFacts.Read(reader.GetString(1)));
        return codes.Where(entry => named[entry.Typed] is not null)
            .ToDictionary(entry => entry.Typed, entry => entry.Code.Names(certifications[named[entry.Typed]!.Value])!);
    }

    internal async Task<AskedCertification?> FindAsync(TypedCode code, CancellationToken cancellationToken) =>
        (code.Numbers.Length > 0 ? code.Names(await ReadAsync(ByNumber, code.Numbers, cancellationToken)) : null)
            ?? code.Names(await ReadAsync(ByText, code.Text, cancellationToken));

    private async Task<KnownCertification?> ReadAsync<T>(string sql, T parameter, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(sql, parameter, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var document = reader.GetString(0);
        // Bare digits that both registers hold name neither.
        return await reader.ReadAsync(cancellationToken) ? null : StoredFacts.Read(document);
    }

    private async Task<Dictionary<string, int>> ReadNamesAsync(string sql, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(sql, names.Distinct().ToArray(), cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new Dictionary<string, int>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetString(0), reader.GetInt32(1));
        return ids;
    }

    private async Task<NpgsqlCommand> CommandAsync<T>(string sql, T parameter, CancellationToken cancellationToken)
    {
        var command = await database.CommandAsync(sql, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = parameter });
        return command;
    }
}
