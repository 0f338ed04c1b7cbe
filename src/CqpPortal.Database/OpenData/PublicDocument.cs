using System.Text.Json;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.OpenData;

/// <summary>
/// What the portal publishes of a certification (<see cref="PublicCertification"/>), written whenever it changes: the API and the downloads read
/// it, and what differs from the one before is a <see cref="CatalogueChange"/>.
/// </summary>
public sealed class PublicDocument
{
    /// <summary>Certifications <c>$1</c> and those that name them as what replaces them. <c>$2</c>: whether to note what changed of those that were published already.</summary>
    private const string Refresh =
        """
        with written as (
            select c.id, json_strip_nulls(json_build_object(
                'id', c.slug, 'title', c.title, 'kind', c.kind,
                'codes', (select json_agg(code order by place, ends_on desc, code) from (
                    select number as code, ends_on, 1 as place from registrations where certification_id = c.id
                    union all select c.local_code, null, 2 where c.local_code is not null) x),
                'localCode', c.local_code, 'isDemonstration', c.is_demonstration,
                'createdOn', (select min(decided_on) from committee_decisions where certification_id = c.id and kind = 'Creation'),
                'suppressedOn', c.suppressed_on, 'suppressionReason', c.suppression_reason,
                'version', (select json_build_object('number', v.number, 'publishedAt', v.published_at) from entry_versions v join entries e on e.id = v.entry_id
                    where e.certification_id = c.id and (v.number > 1 or v.person_id is not null) order by v.number desc limit 1),
                'purpose', c.purpose, 'sectors', c.sectors, 'regulatedActivity', c.regulated_activity, 'entryPrerequisites', c.entry_prerequisites,
                'validationPrerequisites', c.validation_prerequisites, 'partialValidation', c.partial_validation, 'informationPage', c.information_page,
                'workSituations', c.work_situations, 'targetJobs', c.target_jobs,
                'branches', (select json_agg(json_build_object('idcc', o.branch, 'name', b.name, 'opco', b.opco,
                        'committee', case when k.key is not null then json_build_object('key', k.key, 'acronym', k.acronym, 'name', k.name, 'email', k.email) end,
                        'joinedOn', o.joined_on, 'leftOn', o.left_on) order by o.branch)
                    from owning_branches o join branches b on b.idcc = o.branch left join branch_committees k on k.key = o.committee where o.certification_id = c.id),
                'decisions', (select json_agg(json_build_object('kind', kind, 'committee', committee, 'decidedOn', decided_on) order by decided_on, kind, committee)
                    from committee_decisions where certification_id = c.id),
                'transmissions', (select json_agg(json_build_object('authority', authority, 'sentOn', sent_on) order by sent_on, authority) from transmissions where certification_id = c.id),
                'registrations', (select json_agg(json_build_object('number', number, 'register', case when number like 'RS%' then 'Rs' else 'Rncp' end, 'level', level,
                        'decidedOn', decided_on, 'publishedOn', published_on, 'effectOn', effect_on, 'endsOn', ends_on, 'deliveryDeadline', delivery_deadline, 'withdrawnOn', withdrawn_on,
                        'suspensions', (select json_agg(json_build_object('from', lower(s), 'until', upper(s) - 1)) from unnest(suspensions) s),
                        'blocks', (select json_agg(json_build_object('code', code, 'title', title) order by code) from registered_blocks where registration_id = r.id)) order by ends_on desc, number)
                    from registrations r where certification_id = c.id),
                'cpfListings', (select json_agg(json_build_object('scope', scope, 'branch', branch, 'region', region, 'listedFrom', listed_from, 'listedUntil', listed_until)
                        order by listed_from, scope, branch, region) from cpf_listings where certification_id = c.id),
                'routes', (select json_agg(json_build_object('code', code, 'isOpen', is_open, 'jury', jury) order by code) from access_routes where certification_id = c.id),
                'classifications', (select json_agg(json_build_object('classification', k.classification, 'code', k.code, 'label', t.label) order by k.classification, k.code)
                    from classification_codes k left join reference_terms t on t.kind = k.classification and t.code = k.code where k.certification_id = c.id),
                'activities', (select json_agg(json_build_object('key', 'A' || position, 'title', title, 'description', description) order by position) from activities where certification_id = c.id),
                'blocks', (select json_agg(json_build_object('key', 'B' || b.position, 'code', b.code, 'title', b.title,
                        'skills', (select json_agg(json_build_object('key', 'B' || b.position || '.C' || s.position, 'title', s.title, 'isTransversal', s.is_transversal, 'knowledge', s.knowledge,
                                'activities', (select json_agg('A' || a.position order by a.position) from skill_activities l join activities a on a.id = l.activity_id where l.skill_id = s.id),
                                'assessments', (select json_agg('E' || a.position order by a.position) from skill_assessments l join assessments a on a.id = l.assessment_id where l.skill_id = s.id))
                            order by s.position) from skills s where s.block_id = b.id)) order by b.position)
                    from skill_blocks b where b.certification_id = c.id),
                'assessments', (select json_agg(json_build_object('key', 'E' || position, 'title', title, 'method', method, 'threshold', threshold, 'criteria', criteria) order by position)
                    from assessments where certification_id = c.id),
                'statistics', (select json_agg(json_build_object('year', year, 'certified', certified, 'certifiedByVae', certified_by_vae, 'insertionRateAtSixMonths', insertion_rate_at_six_months,
                        'insertionRateInJobAtTwoYears', insertion_rate_in_job_at_two_years) order by year) from year_statistics where certification_id = c.id),
                'replacedBy', (select json_agg(json_build_object('kind', l.kind, 'id', n.slug, 'number', l.external_number, 'title', coalesce(n.title, l.external_title), 'since', l.since)
                        order by l.since desc nulls last, l.id) from successions l left join certifications n on n.id = l.successor_id where l.certification_id = c.id),
                'sources', (select json_agg(json_build_object('fact', fact, 'origin', origin, 'asOf', as_of, 'reference', reference) order by fact) from fact_sources where certification_id = c.id)
            )) as document
            from certifications c where c.id = any($1) or c.id in (select certification_id from successions where successor_id = any($1))
        ), changed as (
            select w.id, w.document, d.document::jsonb as before, w.document::jsonb as after, d.certification_id is null as is_new
            from written w left join public_documents d on d.certification_id = w.id where d.document::jsonb is distinct from w.document::jsonb
        ), kept as (
            insert into public_documents (certification_id, document, changed_at)
            select id, document, now() from changed
            on conflict (certification_id) do update set document = excluded.document, changed_at = excluded.changed_at
        )
        insert into catalogue_changes (certification_id, kind, fields)
        select id, kind, case when is_new then '{}' else fields end
        from changed
        cross join lateral (
            select coalesce(array_agg(key order by key), '{}') as fields
            from (select key from jsonb_each(before) b full join jsonb_each(after) a using (key) where a.value is distinct from b.value) x) f
        cross join lateral (
            select array_remove(array[
                case when is_new then 'Created' end,
                case when not is_new and after -> 'version' is distinct from before -> 'version' then 'Published' end,
                case when not is_new and 'replacedBy' = any(fields) and jsonb_array_length(coalesce(after -> 'replacedBy', '[]')) > jsonb_array_length(coalesce(before -> 'replacedBy', '[]')) then 'Replaced' end,
                case when after -> 'suppressedOn' is not null and (is_new or before -> 'suppressedOn' is null) then 'Suppressed' end], null) as kinds) k
        cross join lateral unnest(case when kinds = '{}' then array['Changed'] else kinds end) kind
        -- A new date of what did not change is no news.
        where (is_new or $2) and fields <> '{sources}'
        order by id, kind
        """;

    public int CertificationId { get; init; }

    /// <summary>JSON of a <see cref="PublicCertification"/>.</summary>
    public required string Document { get; init; }

    /// <summary>When it last came to say something else.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Brings the documents in step with the certifications, and notes what changed. Call it in the transaction of the change.</summary>
    internal static Task RefreshAsync(PortalDbContext database, int[] certifications, CancellationToken cancellationToken) =>
        WriteAsync(database, certifications, true, cancellationToken);

    /// <summary>Writes all documents when this portal writes them otherwise than the one before: nothing changed but how it is said.</summary>
    internal static async Task RewriteAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReferenceVersion.IsNewAsync(database, "public documents", ReferenceVersion.DigestOf(Refresh), cancellationToken)) return;
        await WriteAsync(database, await database.Certifications.Select(certification => certification.Id).ToArrayAsync(cancellationToken), false, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public static PublicCertification Read(string document) => JsonSerializer.Deserialize(document, PublicJson.Readable.PublicCertification)!;

    private static async Task WriteAsync(PortalDbContext database, int[] certifications, bool noteChanges, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(Refresh, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = certifications });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = noteChanges });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
