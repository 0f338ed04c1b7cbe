using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>Finds what a typed code names: register number, block, local code, or bare digits that either register may hold.</summary>
public sealed class CodeLookup(PortalDbContext database)
{
    private const string Numbers =
        """
        select r.number, c.title, c.slug from registrations r join certifications c on c.id = r.certification_id where r.number = any($1)
        union all
        select f.number, (array_agg(f.title order by f.drop_date desc))[1], null from register_fiches f
        where f.number = any($1) and not exists (select from registrations r where r.number = f.number) group by f.number
        order by 1
        """;

    private const string Blocks =
        """
        select b.code, c.title, c.slug from registered_blocks b
        join registrations r on r.id = b.registration_id join certifications c on c.id = r.certification_id where b.code = any($1) order by c.id
        """;

    private const string LocalCodes = "select local_code, title, slug from certifications where upper(local_code) = any($1)";

    /// <returns>Nothing when the text is no code or names nothing; several when bare digits name a fiche in both registers.</returns>
    public async Task<IReadOnlyList<CodeMatch>> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > 200) return [];
        if (SkillBlockCode.TryParse(text, null, out var block))
        {
            var blocks = await ReadAsync(Blocks, [block.ToString()], cancellationToken);
            return blocks.Count > 0 ? [blocks[0] with { Block = block.ToString() }] : await ReadAsync(Numbers, [block.Number.ToString()], cancellationToken);
        }
        if (RegistryNumber.TryParse(text, out var number)) return await ReadAsync(Numbers, [number.ToString()], cancellationToken);
        if (text.Length <= 6 && text.All(char.IsAsciiDigit) && int.TryParse(text, out var digits) && digits is > 0 and <= 99_999)
            return await ReadAsync(Numbers, [new RegistryNumber(Register.Rncp, digits).ToString(), new RegistryNumber(Register.Rs, digits).ToString()], cancellationToken);
        return text.Any(char.IsAsciiDigit) || text.Contains('-', StringComparison.Ordinal)
            ? await ReadAsync(LocalCodes, [text.Replace("\0", "", StringComparison.Ordinal).ToUpperInvariant()], cancellationToken)
            : [];
    }

    private async Task<List<CodeMatch>> ReadAsync(string sql, string[] codes, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(sql, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = codes });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var matches = new List<CodeMatch>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var code = reader.GetString(0);
            var slug = reader.IsDBNull(2) ? null : reader.GetString(2);
            matches.Add(new CodeMatch(code, reader.GetString(1), slug, slug is null ? RegistryNumber.Parse(code, null) : null));
        }
        return matches;
    }
}
