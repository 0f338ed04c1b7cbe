using CqpPortal.Database.Configuration;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>Finds the branch that a name or an IDCC means, whatever its accents, capitals and small mistakes.</summary>
public sealed class BranchLookup(PortalDbContext database)
{
    private const string ByIdcc = "select idcc, name from branches where idcc = $1";

    /// <summary>Every word begins a word of the name or of the agreement's title.</summary>
    private const string ByWords =
        """
        with known as (select idcc, name, unaccent(portal_words(name || ' ' || full_title)) as words from branches)
        select idcc, name from known
        where not exists (select from unnest($1) word where ' ' || words not like '% ' || word || '%')
        order by similarity(unaccent(portal_words(name)), array_to_string($1, ' ')) desc, idcc limit 12
        """;

    /// <summary>Nearly the same letters.</summary>
    private const string ByLetters =
        """
        with known as (select idcc, name, word_similarity(array_to_string($1, ' '), unaccent(portal_words(name))) as likeness from branches)
        select idcc, name from known where likeness > 0.5 order by likeness desc, idcc limit 6
        """;

    public async Task<BranchMatches> FindAsync(string typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (Idcc.TryParse(typed, null, out var idcc)) return new BranchMatches((await ReadAsync(ByIdcc, idcc.ToString(), cancellationToken)).FirstOrDefault(), []);
        if (typed.Length > Branch.MaxNameLength || !typed.Any(char.IsLetter)) return new BranchMatches(null, []);
        var words = Words(typed);
        var found = await ReadAsync(ByWords, words, cancellationToken);
        // Two or three letters are near to everything.
        if (found.Count == 0 && words.Any(word => word.Length > 3)) return new BranchMatches(null, await ReadAsync(ByLetters, words, cancellationToken));
        var exact = found.Where(branch => Words(branch.Name).SequenceEqual(words)).ToList();
        if (exact.Count == 0) exact = found;
        return exact is [var only] ? new BranchMatches(only, []) : new BranchMatches(null, exact);
    }

    /// <summary>Without articles, which say nothing, unless there is nothing else.</summary>
    private static string[] Words(string name)
    {
        var words = Slug.From(name).Split('-');
        return words.Any(word => word.Length > 2) ? [.. words.Where(word => word.Length > 2)] : words;
    }

    private async Task<List<BranchName>> ReadAsync<T>(string sql, T parameter, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(sql, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var branches = new List<BranchName>();
        while (await reader.ReadAsync(cancellationToken)) branches.Add(new BranchName(reader.GetString(0), reader.GetString(1)));
        return branches;
    }
}
