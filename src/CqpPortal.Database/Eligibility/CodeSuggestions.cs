using System.Text.RegularExpressions;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>What may have been meant by codes and titles that name nothing.</summary>
public sealed partial class CodeSuggestions(PortalDbContext database)
{
    /// <summary>Suggestions for one text.</summary>
    public const int Most = 5;

    /// <summary>Titles beyond that many get none: a batch in which nothing is found is no batch of titles.</summary>
    public const int MostTitles = 1000;

    private const string Numbers = "select r.number, c.title, c.slug from registrations r join certifications c on c.id = r.certification_id where r.number = any($1)";

    // Titles that share the rarest words, an unknown word standing for those one letter away; local codes with a character or two wrong or missing.
    private const string Texts =
        """
        with words as materialized (
            select certification_id, lexeme from search_documents cross join unnest(title_words)
        ), known as materialized (
            select lexeme, 1.0::real / count(*) as weight from words group by lexeme
        ), asked as materialized (
            select t.place, lexeme from unnest($1) with ordinality t(typed, place) cross join unnest(portal_vector(t.typed))
        ), unknown as materialized (
            select * from asked a where length(lexeme) between 4 and 40 and not exists (select from known k where k.lexeme = a.lexeme)
        ), meant as (
            select place, lexeme, weight from asked join known using (lexeme)
            union all
            select u.place, k.lexeme, k.weight / 2 from unknown u
            join known k on left(k.lexeme, 1) = left(u.lexeme, 1) and length(k.lexeme) <= 41 and levenshtein_less_equal(k.lexeme, u.lexeme, 1) = 1
        ), likely as (
            select m.place, w.certification_id, sum(m.weight) as weight from meant m join words w using (lexeme) where m.weight >= 0.005
            group by m.place, w.certification_id
            union all
            select t.place, c.id, 10 - levenshtein(upper(c.local_code), upper(t.typed)) from unnest($1) with ordinality t(typed, place)
            join certifications c on length(c.local_code) between length(t.typed) - 2 and length(t.typed) + 2
            where t.typed ~ '[0-9]' and length(t.typed) between 3 and 60 and levenshtein_less_equal(upper(c.local_code), upper(t.typed), 2) <= 2
        ), ranked as (
            select place, certification_id, row_number() over (partition by place order by weight desc, certification_id) as rank from likely
        )
        select r.place::int, coalesce((select number from registrations where certification_id = c.id order by ends_on desc limit 1), c.local_code, c.slug), c.title, c.slug
        from ranked r join certifications c on c.id = r.certification_id where r.rank <= $2 order by r.place, r.rank
        """;

    /// <summary>For one text: the numbers or local codes nearest to it, else what the search finds.</summary>
    /// <param name="day">The search shows first what is active that day.</param>
    public async Task<IReadOnlyList<CodeSuggestion>> FindAsync(string typed, DateOnly day, CancellationToken cancellationToken)
    {
        if (typed.Any(char.IsAsciiDigit) && (await FindManyAsync([typed], cancellationToken)).TryGetValue(typed, out var near)) return near;
        // A search without words would show the whole catalogue.
        if (QueryWords.Of(typed).Terms.Count == 0) return [];
        var found = await new CatalogueSearch(database).FindAsync(new CatalogueQuery { Text = typed, PageSize = Most }, day, cancellationToken);
        return [.. found.Items.Select(item => new CodeSuggestion(item.Numbers is [var number, ..] ? number.ToString() : item.LocalCode ?? item.Slug, item.Title, item.Slug))];
    }

    /// <summary>For thousands of texts, in two questions to the database.</summary>
    /// <returns>Those for which there is something to suggest, by what was typed.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<CodeSuggestion>>> FindManyAsync(IReadOnlyCollection<string> typed, CancellationToken cancellationToken)
    {
        var near = typed.Distinct().ToDictionary(text => text, text => NumbersIn(text).SelectMany(NearNumbers.Of).Distinct().ToList());
        var known = new Dictionary<string, CodeSuggestion>();
        await using (var command = await database.CommandAsync(Numbers, cancellationToken))
        {
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. near.Values.SelectMany(numbers => numbers).Distinct()] });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) known.Add(reader.GetString(0), new CodeSuggestion(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }
        var suggestions = near.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<CodeSuggestion>)[.. entry.Value.Where(known.ContainsKey).Take(Most).Select(number => known[number])]);
        foreach (var (text, found) in await LikeAsync([.. near.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key)], cancellationToken)) suggestions[text] = found;
        return suggestions.Where(entry => entry.Value.Count > 0).ToDictionary();
    }

    private async Task<Dictionary<string, IReadOnlyList<CodeSuggestion>>> LikeAsync(string[] texts, CancellationToken cancellationToken)
    {
        var asked = texts.Take(MostTitles).Select(text => TypedCode.Of(text)?.Text ?? "").ToArray();
        if (asked.Length == 0) return [];
        await using var command = await database.CommandAsync(Texts, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = asked });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Most });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(int Place, CodeSuggestion Suggestion)>();
        while (await reader.ReadAsync(cancellationToken)) found.Add((reader.GetInt32(0), new CodeSuggestion(reader.GetString(1), reader.GetString(2), reader.GetString(3))));
        return found.GroupBy(row => row.Place).ToDictionary(
            rows => texts[rows.Key - 1], rows => (IReadOnlyList<CodeSuggestion>)[.. rows.Select(row => row.Suggestion).DistinctBy(suggestion => suggestion.Code)]);
    }

    /// <summary>The numbers that a text may be, else those that stand in it.</summary>
    private static IEnumerable<RegistryNumber> NumbersIn(string text)
    {
        var code = TypedCode.Of(text);
        if (code is null) return [];
        return code.Numbers.Length > 0
            ? code.Numbers.Select(number => RegistryNumber.Parse(number, null))
            : Mentioned().Matches(code.Text).Take(Most).Select(match => RegistryNumber.TryParse(match.Value, out var number) ? number : null).OfType<RegistryNumber>();
    }

    [GeneratedRegex(@"\b(?:rncp|rs)[\s\-_:]*(?:n[°o]\s*)?0*[0-9]{1,5}(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mentioned();
}
