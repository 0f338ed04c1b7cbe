using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Npgsql;
using NpgsqlTypes;

namespace CqpPortal.Database.Search;

/// <summary>Reads what a list shows of the certifications of one page, in one round trip whatever their number.</summary>
internal sealed class CataloguePage(PortalDbContext database, DateOnly day)
{
    private static readonly string Marks = $"StartSel={Highlight.Start}, StopSel={Highlight.Stop}";

    // A passage is looked for only where the title does not say why the entry is there, and only until one is found.
    private static readonly string Entries =
        $"""
        select c.id, c.slug, c.kind, c.title, c.local_code, c.is_demonstration, c.suppressed_on,
            case when $2 = '' then c.title else ts_headline('portal_french', c.title, to_tsquery('portal_french', $2), 'HighlightAll=true, {Marks}') end,
            p.kind, ts_headline('portal_french', p.text, to_tsquery('portal_french', $2), '{Marks}, MaxWords=24, MinWords=8'),
            (select min(decided_on) from committee_decisions where certification_id = c.id and kind = 'Creation'),
            s.slug, s.number, s.title
        from unnest($1) with ordinality as page(id, position)
        join certifications c on c.id = page.id
        join search_documents d on d.certification_id = c.id
        left join lateral (
            select passage.kind, passage.text
            from (
                select 'job' as kind, unnest(c.target_jobs) as text
                union all (select 'job', j.name from job_names j
                    join classification_codes k on k.code = j.rome and k.classification = 'Rome' where k.certification_id = c.id limit 40)
                union all select 'skill', s.title from skills s join skill_blocks b on b.id = s.block_id where b.certification_id = c.id
                union all select 'block', title from skill_blocks where certification_id = c.id
                union all select 'activity', concat_ws(' : ', title, description) from activities where certification_id = c.id
                union all select 'purpose', c.purpose
            ) passage
            where $3 <> '' and not d.head @@ to_tsquery('portal_french', $3) and portal_vector(passage.text) @@ to_tsquery('portal_french', $2)
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
        where o.certification_id = any($1) order by o.certification_id, b.name
        """;

    private const string Registrations =
        """
        select certification_id, number, level, decided_on, published_on, effect_on, ends_on, delivery_deadline, withdrawn_on, suspensions
        from registrations where certification_id = any($1) order by certification_id, ends_on desc
        """;

    private const string Transmissions = "select certification_id, authority, sent_on from transmissions where certification_id = any($1)";

    private const string Vae = "select certification_id, is_open from access_routes where certification_id = any($1) and code = 'PriorExperience'";

    /// <param name="ids">Certifications, in the order to show.</param>
    /// <param name="text">Words to highlight.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<CatalogueItem>> ReadAsync(int[] ids, TextQuery text, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return [];
        await using var batch = await database.BatchAsync(cancellationToken);
        batch.Add(Branches, ids);
        batch.Add(Registrations, ids);
        batch.Add(Transmissions, ids);
        batch.Add(Vae, ids);
        batch.Add(Entries, ids);
        var entries = batch.BatchCommands[^1].Parameters;
        entries.Add(new NpgsqlParameter<string> { TypedValue = text.AnyWord });
        entries.Add(new NpgsqlParameter<string> { TypedValue = text.Title });

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var branches = await LookupAsync(reader, row => new BranchName(row.GetString(1), row.GetString(2)), cancellationToken);
        var registrations = await LookupAsync(reader, ReadRegistration, cancellationToken);
        var transmissions = await LookupAsync(
            reader, row => new Transmission(Enum.Parse<TransmissionAuthority>(row.GetString(1)), row.GetFieldValue<DateOnly>(2)), cancellationToken);
        var vae = await LookupAsync(reader, row => (bool?)row.GetBoolean(1), cancellationToken);

        var items = new List<CatalogueItem>(ids.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetInt32(0);
            var recognition = RecognitionOnDay.Derive(
                new RecognitionFacts
                {
                    CreatedOn = Date(reader, 10),
                    SuppressedOn = Date(reader, 6),
                    Registrations = [.. registrations[id]],
                    Transmissions = [.. transmissions[id]],
                }, day);
            items.Add(new CatalogueItem
            {
                Id = id,
                Slug = reader.GetString(1),
                Kind = Enum.Parse<CertificationKind>(reader.GetString(2)),
                Title = reader.GetString(3),
                LocalCode = Text(reader, 4),
                IsDemonstration = reader.GetBoolean(5),
                SuppressedOn = Date(reader, 6),
                HighlightedTitle = reader.GetString(7),
                Passage = Text(reader, 8) is { } kind ? new MatchedPassage(kind, reader.GetString(9)) : null,
                Branches = [.. branches[id]],
                Recognition = recognition,
                Numbers = [.. registrations[id].Select(registration => registration.Number).OrderByDescending(number => number == recognition.Registration?.Number)],
                VaeRouteIsOpen = vae[id].FirstOrDefault(),
                TransmittedOn = transmissions[id].Where(sent => sent.Authority == TransmissionAuthority.FranceCompetences).Min(sent => (DateOnly?)sent.SentOn),
                Replacement = Text(reader, 11) is null && Text(reader, 12) is null ? null : new ReplacementLink(
                    Text(reader, 11), RegistryNumber.TryParse(Text(reader, 12), out var number) ? number : null, Text(reader, 13) ?? Text(reader, 12)!),
            });
        }
        return items;
    }

    private static async Task<ILookup<int, T>> LookupAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<(int Id, T Row)>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add((reader.GetInt32(0), read(reader)));
        await reader.NextResultAsync(cancellationToken);
        return rows.ToLookup(row => row.Id, row => row.Row);
    }

    private static Registration ReadRegistration(NpgsqlDataReader row)
    {
        var dates = new RegistrationDates(row.GetFieldValue<DateOnly>(6))
        {
            DecidedOn = Date(row, 3),
            PublishedOn = Date(row, 4),
            EffectOn = Date(row, 5),
            DeliveryDeadline = Date(row, 7),
        };
        var registration = new Registration(
            RegistryNumber.Parse(row.GetString(1), null), row.IsDBNull(2) ? null : new QualificationLevel(row.GetInt16(2)), dates);
        if (Date(row, 8) is { } withdrawn) registration.Withdraw(withdrawn);
        foreach (var period in PeriodsConverter.ToPeriods(row.GetFieldValue<NpgsqlRange<DateOnly>[]>(9))) registration.Suspend(period);
        return registration;
    }

    private static DateOnly? Date(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
