using System.Text.Json;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.Recognition;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>The authorisations that certifiers give their partners, fiche by fiche: written from what the registers say, read by SIRET.</summary>
public static class Habilitations
{
    // The XML says who may do what since when, the CSV only who may: it is taken where there is nothing else. A number that a demonstration bears is not
    // the register's.
    private const string OfRegisters =
        """
        select r.id, coalesce(not bool_and((f.document ->> 'hasPartners')::boolean), false) as has_none,
            (array_agg(f.document -> 'partners' order by f.format = 'Xml' desc) filter (where jsonb_array_length(f.document -> 'partners') > 0))[1] as partners
        from register_fiches f join registrations r on r.number = f.number join certifications c on c.id = r.certification_id
        where not c.is_demonstration and ($1::text[] is null or f.number = any($1)) group by r.id
        """;

    private const string OfDemonstration =
        "select r.id, false as has_none, t.partners from unnest($1, $2) t(number, partners) join registrations r on r.number = t.number";

    // Active without end while the state says so, or nothing of a state; else until the day before the state changed, if both days are known.
    private const string Replace =
        """
        with told as materialized (
            {0}
        ), partners as materialized (
            select t.id, regexp_replace(p ->> 'siret', '\D', '', 'g') as siret, coalesce(p ->> 'authorisation' in ('HABILITATION_FORMER', 'HABILITATION_ORGA_FORM'), false) as may_train,
                coalesce(p ->> 'state', '') as state, coalesce(p ->> 'state', 'Actif') = 'Actif' as is_active,
                (p ->> 'activeFrom')::date as since, (p ->> 'stateChangedOn')::date - 1 as until
            from told t cross join jsonb_array_elements(t.partners) p where regexp_replace(p ->> 'siret', '\D', '', 'g') ~ '^[0-9]{14}$'
        ), known as (
            update registrations r set partners_known = t.has_none or exists (select from partners p where p.id = t.id) from told t where r.id = t.id
        ), gone as (
            delete from habilitations h using told t where h.registration_id = t.id
        )
        insert into habilitations (registration_id, siret, may_train, state, active_from, active_until)
        select id, siret, may_train, state, case when is_active then coalesce(since, '-infinity') when since <= until then since end, case when not is_active and since <= until then until end
        from partners
        """;

    private const string BySiret =
        """
        select a.number, a.siret, h.may_train, h.state, h.active_from, h.active_until from unnest($1, $2) a(number, siret)
        join registrations r on r.number = a.number and r.partners_known left join habilitations h on h.registration_id = r.id and h.siret = a.siret
        order by h.active_from nulls first, h.id
        """;

    /// <returns>Those of that SIRET on that fiche, the latest last; null where the fiche's partners are not known.</returns>
    public static async Task<IReadOnlyList<Habilitation>?> ReadAsync(PortalDbContext database, RegistryNumber number, string siret, CancellationToken cancellationToken) =>
        (await ReadManyAsync(database, [(number, siret)], cancellationToken)).GetValueOrDefault((number, siret));

    /// <summary>The same for thousands of fiches and providers, each pair once.</summary>
    /// <returns>None for the pairs whose fiche's partners are not known.</returns>
    public static async Task<IReadOnlyDictionary<(RegistryNumber Number, string Siret), IReadOnlyList<Habilitation>>> ReadManyAsync(
        PortalDbContext database, IReadOnlyCollection<(RegistryNumber Number, string Siret)> asked, CancellationToken cancellationToken)
    {
        if (asked.Count == 0) return new Dictionary<(RegistryNumber, string), IReadOnlyList<Habilitation>>();
        await using var command = await database.CommandAsync(BySiret, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. asked.Select(pair => pair.Number.ToString())] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. asked.Select(pair => pair.Siret)] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<((RegistryNumber, string) Pair, Habilitation? Held)>();
        // A fiche whose partners are known, and none of them bears that SIRET, has one row without an authorisation.
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(((RegistryNumber.Parse(reader.GetString(0), null), reader.GetString(1)), reader.IsDBNull(2) ? null : ReadHabilitation(reader)));
        return rows.GroupBy(row => row.Pair).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Habilitation>)[.. pair.Select(row => row.Held).OfType<Habilitation>()]);
    }

    /// <summary>Brings the authorisations in step with what the mirror of the registers says of these fiches, or of all.</summary>
    internal static Task RefreshAsync(PortalDbContext database, IEnumerable<RegistryNumber>? numbers, CancellationToken cancellationToken) =>
        ReplaceAsync(database, OfRegisters, [new NpgsqlParameter<string[]?> { TypedValue = numbers?.Select(number => number.ToString()).ToArray() }], cancellationToken);

    /// <summary>Reads the whole mirror when this portal reads partners otherwise than the one before.</summary>
    internal static async Task RewriteAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReferenceVersion.IsNewAsync(database, "habilitations", ReferenceVersion.DigestOf(OfRegisters + Replace), cancellationToken)) return;
        await RefreshAsync(database, null, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes the made-up partners of a demonstration.</summary>
    internal static Task WriteAsync(PortalDbContext database, IReadOnlyDictionary<string, FichePartner[]> partners, CancellationToken cancellationToken) => ReplaceAsync(database, OfDemonstration,
    [
        new NpgsqlParameter<string[]> { TypedValue = [.. partners.Keys] },
        new NpgsqlParameter<string[]> { TypedValue = [.. partners.Values.Select(some => JsonSerializer.Serialize(some, FicheJson.Default.FichePartnerArray))], DataTypeName = "jsonb[]" },
    ], cancellationToken);

    private static Habilitation ReadHabilitation(NpgsqlDataReader row) => new(row.GetBoolean(2), row.GetString(3),
        row.ReadDate(4) is { } since ? new ValidityPeriod(since, row.ReadDate(5)) : null);

    private static async Task ReplaceAsync(PortalDbContext database, string told, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(Replace.Replace("{0}", told, StringComparison.Ordinal), cancellationToken);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
