using CqpPortal.Database.Configuration;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>
/// Reads the words that a person typed: feminine and plural forms, beginnings of words, mistyped words and synonyms become alternatives
/// of a text search query. Two short questions to the database at most.
/// </summary>
internal sealed class QueryReader(PortalDbContext database)
{
    private const int LongestSynonym = 4;

    private const string KnownForms =
        """
        select f.form,
            numnode(to_tsquery('portal_french', f.form)) = 0 as is_noise,
            exists (select from search_words w where w.word = f.form) as is_word,
            case when exists (select from search_words w where w.word = f.form) then true
                else exists (select from search_documents d where d.all_words @@ to_tsquery('portal_french', f.form)) end as is_found,
            case when length(f.form) < 3 or exists (select from search_words w where w.word = f.form) then false
                else exists (select from search_words w where w.word collate "C" between f.form and f.form || '~') end as is_beginning
        from unnest($1::text[]) f(form)
        """;

    private const string Synonyms = "select word, meaning from synonyms where word = any($1) or meaning = any($1)";

    // One wrong letter in a word of four or five letters, two in a longer one or when two letters changed places; of words as near, the one that
    // shares most trigrams is meant.
    private const string Corrections =
        """
        select t.term, c.word, c.distance
        from unnest($1::text[]) t(term)
        cross join lateral (
            select w.word, w.uses, levenshtein(w.word, t.term) as distance, similarity(w.word, t.term) as likeness
            from search_words w
            where w.word <> t.term and length(w.word) between length(t.term) - 1 and length(t.term) + 1
                and levenshtein_less_equal(w.word, t.term, 2) <= case when length(t.term) >= 6 then 2 else 1 end
            order by distance, likeness desc, w.uses desc, w.word
            limit 4) c
        where length(t.term) >= 4
        order by t.term, c.distance, c.likeness desc, c.uses desc, c.word
        """;

    /// <param name="typed">Any text.</param>
    /// <param name="exact">Take unknown words as they are.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<TextQuery> ReadAsync(string? typed, bool exact, CancellationToken cancellationToken) => ReadAsync(typed, exact, suspectAll: false, cancellationToken);

    /// <summary>
    /// For when nothing holds the words as read: a known word too may be another one mistyped, as "meules" for "meubles", and its neighbours
    /// become alternatives.
    /// </summary>
    public Task<TextQuery> ReadGenerouslyAsync(string? typed, CancellationToken cancellationToken) => ReadAsync(typed, exact: false, suspectAll: true, cancellationToken);

    private async Task<TextQuery> ReadAsync(string? typed, bool exact, bool suspectAll, CancellationToken cancellationToken)
    {
        var words = QueryWords.Of(typed);
        if (words.Terms.Count == 0) return TextQuery.Empty;

        var forms = words.Terms.ToDictionary(term => term, QueryWords.Forms);
        var (known, synonyms) = await AskAsync([.. forms.Values.SelectMany(form => form).Distinct()], Spans(words.Text), cancellationToken);
        var telling = words.Terms.Where(term => !known[term].IsNoise).ToList();
        if (telling.Count == 0) return TextQuery.Empty;

        var unknown = exact ? [] : telling.Where(term => !forms[term].Any(form => known[form].IsWord || known[form].IsFound)).ToHashSet();
        var suspect = suspectAll ? telling : [.. unknown];
        var corrections = suspect.Count == 0 ? [] : await CorrectAsync(suspect, cancellationToken);
        var alternatives = telling.ToDictionary(term => term, term => Alternatives(term, forms[term], known, corrections));
        // What begins a known word is as good as known: nobody mistyped "soud".
        var mistyped = corrections.Keys.Where(term => unknown.Contains(term) && !known[term].IsBeginning).ToHashSet();
        var corrected = mistyped.Count == 0 ? null
            : string.Join(' ', words.Text.Split(' ').Select(word => mistyped.Contains(word) ? corrections[word][0] : word));
        if (corrected is not null) synonyms = (await AskAsync([], Spans(corrected), cancellationToken)).Synonyms;
        return Compose((corrected ?? words.Text).Split(' '), telling, corrections, alternatives, synonyms) with { Corrected = corrected };
    }

    private static List<string> Alternatives(
        string term, IReadOnlyList<string> forms, Dictionary<string, Form> known, Dictionary<string, string[]> corrections)
    {
        var alternatives = new List<string>(forms);
        if (known[term].IsBeginning) alternatives.Add(term + ":*");
        foreach (var correction in corrections.GetValueOrDefault(term, [])) alternatives.AddRange(QueryWords.Forms(correction));
        return [.. alternatives.Distinct()];
    }

    /// <summary>Runs of up to four words, in the plural as typed and in the singular: what a synonym may stand for.</summary>
    private static string[] Spans(string text)
    {
        var words = text.Split(' ');
        var spans = new List<string>();
        for (var start = 0; start < words.Length; start++)
        {
            for (var length = 1; length <= LongestSynonym && start + length <= words.Length; length++)
            {
                var span = words.Skip(start).Take(length).ToList();
                spans.Add(string.Join(' ', span));
                spans.Add(string.Join(' ', span.Select(Singular)));
            }
        }
        return [.. spans.Distinct()];
    }

    private static string Singular(string word) => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word;

    private static TextQuery Compose(
        string[] words, List<string> telling, Dictionary<string, string[]> corrections,
        Dictionary<string, List<string>> alternatives, ILookup<string, string> synonyms)
    {
        // A corrected word stands in the text where the typed one stood.
        var termOf = telling.ToDictionary(term => corrections.GetValueOrDefault(term)?[0] is { } word && words.Contains(word) ? word : term);
        var groups = new List<List<string>>();
        for (var position = 0; position < words.Length;)
        {
            var (length, meanings) = LongestSynonymAt(words, position, synonyms);
            var terms = words.Skip(position).Take(length).Where(termOf.ContainsKey).Select(word => alternatives[termOf[word]]).Distinct().ToList();
            position += length;
            if (terms.Count == 0) continue;
            List<string> group = [string.Join(" & ", terms.Select(forms => "(" + string.Join(" | ", forms) + ")"))];
            foreach (var meaning in meanings)
            {
                var meant = QueryWords.Of(meaning).Terms;
                if (meant.Count > 0) group.Add(string.Join(" & ", meant.Select(term => "(" + string.Join(" | ", QueryWords.Forms(term)) + ")")));
            }
            groups.Add(group);
        }
        var all = groups.Select(group => "(" + string.Join(" | ", group.Select(part => "(" + part + ")")) + ")").Distinct().ToList();
        return new TextQuery(string.Join(" & ", all), string.Join(" | ", all), null);
    }

    private static (int Length, IReadOnlyList<string> Meanings) LongestSynonymAt(string[] words, int position, ILookup<string, string> synonyms)
    {
        for (var length = Math.Min(LongestSynonym, words.Length - position); length > 0; length--)
        {
            var span = words.Skip(position).Take(length).ToList();
            var meanings = synonyms[string.Join(' ', span)].Concat(synonyms[string.Join(' ', span.Select(Singular))]).Distinct().ToList();
            if (meanings.Count > 0) return (length, meanings);
        }
        return (1, []);
    }

    private async Task<(Dictionary<string, Form> Known, ILookup<string, string> Synonyms)> AskAsync(
        string[] forms, string[] spans, CancellationToken cancellationToken)
    {
        await using var batch = await database.BatchAsync(cancellationToken);
        batch.Add(KnownForms, forms);
        batch.Add(Synonyms, spans);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<string, Form>();
        while (await reader.ReadAsync(cancellationToken))
            known[reader.GetString(0)] = new Form(reader.GetBoolean(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetBoolean(4));
        await reader.NextResultAsync(cancellationToken);
        var pairs = new List<(string From, string To)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
            pairs.Add((reader.GetString(1), reader.GetString(0)));
        }
        return (known, pairs.Where(pair => spans.Contains(pair.From)).ToLookup(pair => pair.From, pair => pair.To));
    }

    private async Task<Dictionary<string, string[]>> CorrectAsync(List<string> terms, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(Corrections, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. terms] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string Term, string Word, int Distance)>();
        while (await reader.ReadAsync(cancellationToken)) found.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        // Of several words only the nearest are meant.
        return found.GroupBy(row => row.Term).ToDictionary(
            rows => rows.Key, rows => rows.Where(row => row.Distance == rows.Min(other => other.Distance)).Select(row => row.Word).ToArray());
    }

    /// <param name="IsNoise">A French stop word.</param>
    /// <param name="IsWord">Stands in a title or a job name.</param>
    /// <param name="IsFound">Its stem stands in some document.</param>
    /// <param name="IsBeginning">Some word of the titles begins so.</param>
    private sealed record Form(bool IsNoise, bool IsWord, bool IsFound, bool IsBeginning);
}
