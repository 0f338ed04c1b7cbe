using System.Text.Json;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>The authorisations that certifiers give their partners, fiche by fiche: written from what the registers say, read by SIRET.</summary>
internal static class Habilitations
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
        select h.may_train, h.state, h.active_from, h.active_until from registrations r left join habilitations h on h.registration_id = r.id and h.siret = $2
        where r.number = $1 and r.partners_known order by h.active_from nulls first, h.id
        """;

    /// <returns>Those of that SIRET on that fiche, the latest last; null where the fiche's partners are not known.</returns>
    public static async Task<IReadOnlyList<Habilitation>?> ReadAsync(PortalDbContext database, RegistryNumber number, string siret, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(BySiret, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = siret });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var held = new List<Habilitation>();
        // A fiche whose partners are known, and none of them bears that SIRET.
        if (await reader.IsDBNullAsync(0, cancellationToken)) return held;
        do
        {
            held.Add(new Habilitation(reader.GetBoolean(0), reader.GetString(1), reader.IsDBNull(2) ? null
                : new ValidityPeriod(reader.GetFieldValue<DateOnly>(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3))));
        }
        while (await reader.ReadAsync(cancellationToken));
        return held;
    }

    /// <summary>Brings the authorisations in step with what the mirror of the registers says of these fiches, or of all.</summary>
    public static Task RefreshAsync(PortalDbContext database, IEnumerable<RegistryNumber>? numbers, CancellationToken cancellationToken) =>
        ReplaceAsync(database, OfRegisters, [new NpgsqlParameter<string[]?> { TypedValue = numbers?.Select(number => number.ToString()).ToArray() }], cancellationToken);

    /// <summary>Reads the whole mirror when this portal reads partners otherwise than the one before.</summary>
    public static async Task RewriteAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReferenceVersion.IsNewAsync(database, "habilitations", ReferenceVersion.DigestOf(OfRegisters + Replace), cancellationToken)) return;
        await RefreshAsync(database, null, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Writes the made-up partners of a demonstration.</summary>
    public static Task WriteAsync(PortalDbContext database, IReadOnlyDictionary<string, FichePartner[]> partners, CancellationToken cancellationToken) => ReplaceAsync(database, OfDemonstration,
    [
        new NpgsqlParameter<string[]> { TypedValue = [.. partners.Keys] },
        new NpgsqlParameter<string[]> { TypedValue = [.. partners.Values.Select(some => JsonSerializer.Serialize(some, FicheJson.Default.FichePartnerArray))], DataTypeName = "jsonb[]" },
    ], cancellationToken);

    private static async Task ReplaceAsync(PortalDbContext database, string told, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(Replace.Replace("{0}", told, StringComparison.Ordinal), cancellationToken);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
