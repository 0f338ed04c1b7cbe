using CqpPortal.Database.Configuration;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>Keeps the search documents and the dictionary of words in step with the certifications.</summary>
public static class SearchIndex
{
    private const string RefreshDocuments =
        """
        insert into search_documents (certification_id, title, sort_title, kind, head, whole, branches, routes, domains,
            rncp_days, rs_days, suspended_days, levels, level_from, level_until, ended_on, transmitted_on, suppressed_on,
            last_day, facets)
        select c.id, c.title, btrim(regexp_replace(portal_words(unaccent(c.title)), '\s+', ' ', 'g')), c.kind, h.head, h.head || w.rest,
            coalesce(b.idccs, '{}'), coalesce(r.routes, '{}'), coalesce(j.domains, '{}'),
            coalesce(n.rncp_days, '{}'), coalesce(n.rs_days, '{}'), coalesce(n.suspended_days, '{}'),
            coalesce(n.levels, '{}'), coalesce(n.level_from, '{}'), coalesce(n.level_until, '{}'),
            n.ended_on, least(t.transmitted_on, n.registered_on), c.suppressed_on,
            n.ends_on, concat_ws('|', c.kind, coalesce(array_to_string(b.idccs, ','), ''), coalesce(array_to_string(r.routes, ','), ''), coalesce(array_to_string(j.domains, ','), ''))
        from certifications c
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
            select min(sent_on) as transmitted_on from transmissions where certification_id = c.id and authority = 'FranceCompetences') t on true
        left join lateral (
            select range_agg(active_days) filter (where number like 'RNCP%') as rncp_days,
                range_agg(active_days) filter (where number like 'RS%') as rs_days,
                range_agg(suspensions * datemultirange(daterange(null, last_day, '[]'))) as suspended_days,
                array_agg(level order by last_day desc) filter (where level is not null) as levels,
                array_agg(starts_on order by last_day desc) filter (where level is not null) as level_from,
                array_agg(last_day order by last_day desc) filter (where level is not null) as level_until,
                min(last_day) as ended_on, max(last_day) as ends_on, min(coalesce(decided_on, starts_on)) as registered_on
            from registrations
            cross join lateral (
                select coalesce(published_on, effect_on, decided_on, '-infinity') as starts_on,
                    least(ends_on, withdrawn_on - 1) as last_day) x
            where certification_id = c.id) n on true
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
            select setweight(portal_vector(c.title), 'A')
                || setweight(portal_vector(concat_ws(' ', array_to_string(c.target_jobs, ' '), c.local_code, b.names, j.names)), 'B') as head) h
        cross join lateral (
            select setweight(portal_vector(skill.titles), 'C')
                || setweight(portal_vector(concat_ws(' ', a.texts, skill.knowledge, c.purpose, c.sectors, c.work_situations)), 'D') as rest) w
        where $1::int[] is null or c.id = any($1)
        on conflict (certification_id) do update set
            title = excluded.title, sort_title = excluded.sort_title, kind = excluded.kind, head = excluded.head, whole = excluded.whole,
            branches = excluded.branches, routes = excluded.routes, domains = excluded.domains,
            rncp_days = excluded.rncp_days, rs_days = excluded.rs_days, suspended_days = excluded.suspended_days, levels = excluded.levels,
            level_from = excluded.level_from, level_until = excluded.level_until, ended_on = excluded.ended_on,
            transmitted_on = excluded.transmitted_on, suppressed_on = excluded.suppressed_on, last_day = excluded.last_day, facets = excluded.facets
        """;

    // The parser of the 'simple' configuration keeps whole words: a typo is compared with words, not with stems.
    private const string RefreshWords =
        """
        insert into search_words (word, lexeme, uses)
        select word, lexeme, sum(uses)::int
        from (
            select s.word, (tsvector_to_array(to_tsvector('portal_french', s.word)))[1] as lexeme, s.ndoc as uses
            from ts_stat($$
                select to_tsvector('portal_simple', portal_words(c.title || ' ' || array_to_string(c.target_jobs, ' '))) from certifications c
                union all
                select to_tsvector('portal_simple', portal_words(name)) from job_names
                union all
                select to_tsvector('portal_simple', portal_words(label)) from reference_terms where kind = 'Rome'
                union all
                select to_tsvector('portal_simple', portal_words(b.name)) from branches b
                union all
                select to_tsvector('portal_simple', portal_words(word)) from synonyms
            $$) s
            where length(s.word) between 2 and 40 and s.word !~ '[0-9]'
        ) words
        where lexeme is not null
        group by word, lexeme
        on conflict (word) do update set uses = excluded.uses
        where search_words.uses <> excluded.uses
        """;

    /// <summary>Rebuilds the documents of the given certifications, or of all, and the dictionary. Call it in the transaction of the change.</summary>
    public static async Task RefreshAsync(PortalDbContext database, IReadOnlyCollection<int>? certifications, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using (var documents = await database.CommandAsync(RefreshDocuments, cancellationToken))
        {
            documents.Parameters.Add(new NpgsqlParameter<int[]?> { TypedValue = certifications?.ToArray() });
            await documents.ExecuteNonQueryAsync(cancellationToken);
        }
        await using var words = await database.CommandAsync(RefreshWords, cancellationToken);
        await words.ExecuteNonQueryAsync(cancellationToken);
    }
}
