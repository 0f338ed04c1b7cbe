using CqpPortal.Database.Configuration;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.OpenData;
using CqpPortal.Database.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>Keeps the search documents, the facts that eligibility reads, what is published as data and the dictionary of words in step with the certifications.</summary>
public static class SearchIndex
{
    private const int AtOnce = 5000;

    private const string RefreshDocuments =
        """
        insert into search_documents (certification_id, last_day, since, states, facets, sort_title, title_words, job_words, skill_words, all_words, tags)
        select c.id, n.last_day, s.since, s.states,
            concat_ws('|', c.kind, coalesce(array_to_string(b.idccs, ','), ''), coalesce(array_to_string(r.routes, ','), ''), coalesce(array_to_string(j.domains, ','), '')),
            btrim(regexp_replace(portal_words(unaccent(c.title)), '\s+', ' ', 'g')), w.title, w.title || w.jobs, w.title || w.jobs || w.skills, w.title || w.jobs || w.skills || w.texts,
            array[c.kind::text] || coalesce(b.idccs::text[], '{}') || coalesce(r.routes::text[], '{}') || coalesce(j.domains, '{}')
        from (select id, array_agg(day order by day) as since, array_agg(state order by day) as states from unnest($1, $2, $3) x(id, day, state) group by id) s
        join certifications c on c.id = s.id
        left join lateral (
            select array_agg(o.branch order by o.branch) as idccs, string_agg(n.name, ' ') as names
            from owning_branches o join branches n on n.idcc = o.branch where o.certification_id = c.id) b on true
        left join lateral (
            select array_agg(code order by code) as routes from access_routes where certification_id = c.id and is_open) r on true
        left join lateral (
            select array_agg(distinct left(k.code, 3)) as domains,
                string_agg(coalesce(term.label, '') || ' ' || coalesce(job.names, ''), ' ') as names
            from classification_codes k
            left join reference_terms term on term.kind = 'Rome' and term.code = k.code
            left join lateral (select string_agg(name, ' ') as names from job_names where rome = k.code) job on true
            where k.certification_id = c.id and k.classification = 'Rome') j on true
        left join lateral (
            select max(least(ends_on, withdrawn_on - 1)) as last_day from registrations where certification_id = c.id) n on true
        left join lateral (
            select string_agg(coalesce(sb.title, '') || ' ' || coalesce(s.titles, ''), ' ') as titles, string_agg(s.knowledge, ' ') as knowledge
            from skill_blocks sb
            left join lateral (
                select string_agg(title, ' ') as titles, string_agg(array_to_string(knowledge, ' '), ' ') as knowledge
                from skills where block_id = sb.id) s on true
            where sb.certification_id = c.id) skill on true
        left join lateral (
            select string_agg(title || ' ' || coalesce(description, ''), ' ') as texts from activities where certification_id = c.id) a on true
        cross join lateral (
            select portal_vector(c.title) as title, portal_vector(concat_ws(' ', array_to_string(c.target_jobs, ' '), array_to_string(c.search_words, ' '), c.local_code, b.names, j.names)) as jobs,
                portal_vector(skill.titles) as skills, portal_vector(concat_ws(' ', a.texts, skill.knowledge, c.purpose, c.sectors, c.work_situations)) as texts) w
        on conflict (certification_id) do update set
            last_day = excluded.last_day, since = excluded.since, states = excluded.states, facets = excluded.facets, sort_title = excluded.sort_title,
            title_words = excluded.title_words, job_words = excluded.job_words, skill_words = excluded.skill_words,
            all_words = excluded.all_words, tags = excluded.tags
        """;

    // The parser of the 'simple' configuration keeps whole words: a typo is compared with words, not with stems.
    private const string RefreshWords =
        """
        insert into search_words (word, uses)
        select s.word, s.ndoc
        from ts_stat($$
                select to_tsvector('portal_simple', portal_words(c.title || ' ' || array_to_string(c.target_jobs || c.search_words, ' '))) from certifications c
                union all
                select to_tsvector('portal_simple', portal_words(name)) from job_names
                union all
                select to_tsvector('portal_simple', portal_words(label)) from reference_terms where kind = 'Rome'
                union all
                select to_tsvector('portal_simple', portal_words(b.name)) from branches b
                union all
                select to_tsvector('portal_simple', portal_words(word)) from synonyms
            $$) s
        where length(s.word) between 2 and 40 and s.word !~ '[0-9]' and to_tsvector('portal_french', s.word) <> ''
        on conflict (word) do update set uses = excluded.uses
        where search_words.uses <> excluded.uses
        """;

    /// <summary>Rebuilds the documents of the given certifications, or of all, and the dictionary. Call it in the transaction of the change.</summary>
    public static async Task RefreshAsync(PortalDbContext database, IReadOnlyCollection<int>? certifications, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        certifications ??= await database.Certifications.Select(certification => certification.Id).ToListAsync(cancellationToken);
        foreach (var ids in certifications.Chunk(AtOnce))
        {
            await RefreshDocumentsAsync(database, ids, cancellationToken);
            await StoredFacts.RefreshAsync(database, ids, cancellationToken);
            await PublicDocument.RefreshAsync(database, ids, cancellationToken);
        }
        await using var words = await database.CommandAsync(RefreshWords, cancellationToken);
        await words.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RefreshDocumentsAsync(PortalDbContext database, int[] ids, CancellationToken cancellationToken)
    {
        var states = new List<(int Id, DateOnly Since, short State)>();
        await using (var batch = await database.BatchAsync(cancellationToken))
        {
            batch.AddRecognition(ids);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var (id, facts) in await reader.ReadRecognitionAsync(cancellationToken))
                states.AddRange(StateOnDay.Over(facts).Select(state => (id, state.Since, state.State.Code)));
        }
        await using var documents = await database.CommandAsync(RefreshDocuments, cancellationToken);
        documents.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. states.Select(state => state.Id)] });
        documents.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. states.Select(state => state.Since)] });
        documents.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = [.. states.Select(state => state.State)] });
        await documents.ExecuteNonQueryAsync(cancellationToken);
    }
}
