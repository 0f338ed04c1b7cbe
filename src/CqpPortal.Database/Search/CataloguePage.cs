using CqpPortal.Database.Configuration;
using CqpPortal.Database.Recognition;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>Reads what a list shows of the certifications of one page, in one round trip whatever their number.</summary>
internal sealed class CataloguePage(PortalDbContext database, DateOnly day)
{
    private static readonly string Marks = $"StartSel={Highlight.Start}, StopSel={Highlight.Stop}";

    // A passage is looked for only where the title does not say why the entry is there, no deeper than the words lie, and only until one is found.
    private static readonly string Entries =
        $"""
        select c.id, c.slug, c.kind, c.title, c.local_code, c.is_demonstration,
            coalesce(ts_headline('portal_french', c.title, (select to_tsquery('portal_french', $2)), 'HighlightAll=true, {Marks}'), c.title),
            p.kind, ts_headline('portal_french', p.text, (select to_tsquery('portal_french', $2)), '{Marks}, MaxWords=24, MinWords=8'),
            s.slug, s.number, s.title,
            (select is_open from access_routes where certification_id = c.id and code = 'PriorExperience')
        from unnest($1) with ordinality as page(id, position)
        join certifications c on c.id = page.id
        join search_documents d on d.certification_id = c.id
        left join lateral (
            select passage.kind, passage.text
            from (
                select 'job' as kind, job as text, portal_vector(job) as words from unnest(c.target_jobs) job
                union all (select 'job', j.name, j.words from job_names j
                    join classification_codes k on k.code = j.rome and k.classification = 'Rome' where k.certification_id = c.id)
                union all select deep.* from (
                    select 'skill', s.title, s.words from skills s join skill_blocks b on b.id = s.block_id where b.certification_id = c.id
                    union all select 'block', title, portal_vector(title) from skill_blocks where certification_id = c.id
                    union all select 'activity', concat_ws(' : ', title, description), words from activities where certification_id = c.id
                    union all select 'purpose', c.purpose, portal_vector(c.purpose)) deep where not d.job_words @@ (select to_tsquery('portal_french', $3))
            ) passage
            where not d.title_words @@ (select to_tsquery('portal_french', $3)) and passage.words @@ (select to_tsquery('portal_french', $2))
            limit 1) p on true
        left join lateral (
            select n.slug, l.external_number as number, coalesce(n.title, l.external_title) as title
            from successions l left join certifications n on n.id = l.successor_id
            where l.certification_id = c.id order by l.since desc nulls last, l.id limit 1) s on true
        order by page.position
        """;

    private const string Branches =
        """
        select o.certification_id, b.idcc, b.name from owning_branches o join branches b on b.idcc = o.branch
        where o.certification_id = any($1) and (o.joined_on is null or o.joined_on <= $2) and (o.left_on is null or o.left_on >= $2)
        order by o.certification_id, b.name
        """;

    /// <param name="ids">Certifications, in the order to show.</param>
    /// <param name="text">Words to highlight.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<CatalogueItem>> ReadAsync(int[] ids, TextQuery text, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return [];
        await using var batch = await database.BatchAsync(cancellationToken);
        batch.AddRecognition(ids);
        batch.Add(Branches, ids);
        batch.BatchCommands[^1].Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        batch.Add(Entries, ids);
        var entries = batch.BatchCommands[^1].Parameters;
        entries.Add(new NpgsqlParameter<string?> { TypedValue = text.IsEmpty ? null : text.AnyWord });
        entries.Add(new NpgsqlParameter<string?> { TypedValue = text.IsEmpty ? null : text.Words });

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var facts = await reader.ReadRecognitionAsync(cancellationToken);
        var branches = await reader.ReadLookupAsync(row => new BranchName(row.GetString(1), row.GetString(2)), cancellationToken);

        var items = new List<CatalogueItem>(ids.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetInt32(0);
            var recognition = RecognitionOnDay.Derive(facts[id], day);
            items.Add(new CatalogueItem
            {
                Id = id,
                Slug = reader.GetString(1),
                Kind = Enum.Parse<CertificationKind>(reader.GetString(2)),
                Title = reader.GetString(3),
                LocalCode = Text(reader, 4),
                IsDemonstration = reader.GetBoolean(5),
                SuppressedOn = facts[id].SuppressedOn,
                HighlightedTitle = reader.GetString(6),
                Passage = Text(reader, 7) is { } kind ? new MatchedPassage(kind, reader.GetString(8)) : null,
                Branches = [.. branches[id]],
                Recognition = recognition,
                Numbers = [.. facts[id].Registrations.Select(registration => registration.Number).OrderByDescending(number => number == recognition.Registration?.Number)],
                VaeRouteIsOpen = reader.IsDBNull(12) ? null : reader.GetBoolean(12),
                TransmittedOn = facts[id].Transmissions.Where(sent => sent.Authority == TransmissionAuthority.FranceCompetences).Min(sent => (DateOnly?)sent.SentOn),
                Replacement = Text(reader, 9) is null && Text(reader, 10) is null ? null : new ReplacementLink(
                    Text(reader, 9), RegistryNumber.TryParse(Text(reader, 10), out var number) ? number : null, Text(reader, 11) ?? Text(reader, 10)!),
            });
        }
        return items;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
