using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>All that eligibility needs to know of a certification, in one value that is written whenever it changes.</summary>
internal sealed partial record StoredFacts
{
    /// <summary>
    /// Writes the facts of certifications <c>$1</c>, and of those that they replace, which name them: one value is read five times faster than the
    /// rows of nine tables.
    /// </summary>
    private const string Refresh =
        """
        insert into certification_facts (certification_id, document)
        select c.id,
            json_strip_nulls(json_build_object('slug', c.slug, 'title', c.title, 'kind', c.kind, 'local_code', c.local_code, 'is_demonstration', c.is_demonstration,
                'suppressed_on', c.suppressed_on,
                'created_on', (select min(decided_on) from committee_decisions where certification_id = c.id and kind = 'Creation'),
                'data_date', (select coalesce(max(as_of) filter (where fact = 'Registrations'), max(as_of)) from fact_sources where certification_id = c.id),
                'cpf_listings_are_known', exists (select from fact_sources where certification_id = c.id and fact = 'CpfListings'),
                'registrations', (select json_agg(x) from (
                    select number, level, decided_on, published_on, effect_on, ends_on, delivery_deadline, withdrawn_on,
                        case when not isempty(suspensions) then (select json_agg(json_build_array(lower(s), upper(s) - 1)) from unnest(suspensions) s) end as suspensions,
                        (select json_object_agg(code, title) from registered_blocks where registration_id = r.id) as blocks
                    from registrations r where certification_id = c.id order by ends_on desc) x),
                'transmissions', (select json_agg(x) from (select authority, sent_on from transmissions where certification_id = c.id) x),
                'cpf_listings', (select json_agg(x) from (select scope, branch, region, listed_from, listed_until from cpf_listings where certification_id = c.id) x),
                'routes', (select json_object_agg(code, is_open) from access_routes where certification_id = c.id),
                'branches', (select json_agg(x) from (
                    select o.branch, o.committee, o.joined_on, o.left_on, b.name, b.opco, k.acronym, k.name as committee_name, k.email
                    from owning_branches o join branches b on b.idcc = o.branch left join branch_committees k on k.key = o.committee
                    where o.certification_id = c.id order by b.name) x),
                'successors', (select json_agg(x) from (
                    select l.kind, n.slug, coalesce(n.title, l.external_title) as title,
                        coalesce(l.external_number, (select number from registrations where certification_id = n.id order by ends_on desc limit 1)) as number
                    from successions l left join certifications n on n.id = l.successor_id where l.certification_id = c.id order by l.since desc nulls last, l.id) x)))
        from certifications c where c.id = any($1) or c.id in (select certification_id from successions where successor_id = any($1))
        on conflict (certification_id) do update set document = excluded.document
        """;

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required CertificationKind Kind { get; init; }

    public string? LocalCode { get; init; }

    public bool IsDemonstration { get; init; }

    public DateOnly? SuppressedOn { get; init; }

    public DateOnly? CreatedOn { get; init; }

    public DateOnly? DataDate { get; init; }

    public bool CpfListingsAreKnown { get; init; }

    public StoredRegistration[]? Registrations { get; init; }

    public Sent[]? Transmissions { get; init; }

    public Listed[]? CpfListings { get; init; }

    public Dictionary<AccessRouteCode, bool>? Routes { get; init; }

    public Owner[]? Branches { get; init; }

    public Successor[]? Successors { get; init; }

    public static KnownCertification Read(string json) => JsonSerializer.Deserialize(json, StoredFactsJson.Default.StoredFacts)!.ToKnown();

    /// <summary>Writes the facts of all certifications when this portal writes them otherwise than the one before.</summary>
    public static async Task RewriteAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReferenceVersion.IsNewAsync(database, "facts", ReferenceVersion.DigestOf(Refresh), cancellationToken)) return;
        await RefreshAsync(database, await database.Certifications.Select(certification => certification.Id).ToArrayAsync(cancellationToken), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Brings the facts in step with the certifications. Call it in the transaction of the change.</summary>
    public static async Task RefreshAsync(PortalDbContext database, int[] certifications, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(Refresh, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = certifications });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private KnownCertification ToKnown() => new()
    {
        Slug = Slug,
        Title = Title,
        Kind = Kind,
        LocalCode = LocalCode,
        IsDemonstration = IsDemonstration,
        DataDate = DataDate ?? TimeProvider.System.TodayInParis(),
        Branches = [.. (Branches ?? []).Select(owner => owner.ToBranch())],
        Successors = [.. (Successors ?? []).Select(successor => successor.ToSuccessor())],
        Facts = new CertificationFacts
        {
            Recognition = new RecognitionFacts
            {
                CreatedOn = CreatedOn,
                SuppressedOn = SuppressedOn,
                Registrations = [.. (Registrations ?? []).Select(registration => registration.ToRegistration())],
                Transmissions = [.. (Transmissions ?? []).Select(sent => new Transmission(sent.Authority, sent.SentOn))],
            },
            Branches = [.. (Branches ?? []).Select(owner => new OwningBranch(Idcc.Parse(owner.Branch, null), owner.Committee, owner.JoinedOn, owner.LeftOn))],
            CpfListings = [.. (CpfListings ?? []).Select(listed => listed.ToListing())],
            Routes = [.. (Routes ?? []).Select(route => new AccessRoute(route.Key, route.Value))],
            CpfListingsAreKnown = CpfListingsAreKnown,
            IsClea = Clea().IsMatch(Title),
            IsReplacedByTitle = Successors?.Any(successor => successor.Kind == SuccessionKind.CqpToTfp) == true,
        },
    };

    internal sealed record StoredRegistration(
        string Number, short? Level, DateOnly? DecidedOn, DateOnly? PublishedOn, DateOnly? EffectOn, DateOnly EndsOn, DateOnly? DeliveryDeadline, DateOnly? WithdrawnOn,
        DateOnly?[][]? Suspensions, Dictionary<string, string>? Blocks)
    {
        public Registration ToRegistration()
        {
            var dates = new RegistrationDates(EndsOn) { DecidedOn = DecidedOn, PublishedOn = PublishedOn, EffectOn = EffectOn, DeliveryDeadline = DeliveryDeadline };
            var registration = new Registration(RegistryNumber.Parse(Number, null), Level is { } level ? new QualificationLevel(level) : null, dates);
            foreach (var days in Suspensions ?? []) registration.Suspend(new ValidityPeriod(days[0]!.Value, days[1]));
            if (WithdrawnOn is { } withdrawn) registration.Withdraw(withdrawn);
            foreach (var (code, title) in Blocks ?? []) registration.AddBlock(new RegisteredBlock(code, title));
            return registration;
        }
    }

    internal sealed record Sent(TransmissionAuthority Authority, DateOnly SentOn);

    internal sealed record Listed(CpfListScope Scope, string? Branch, string? Region, DateOnly ListedFrom, DateOnly ListedUntil)
    {
        public CpfListing ToListing() => Scope switch
        {
            CpfListScope.National => CpfListing.National(ListedFrom, ListedUntil),
            CpfListScope.Regional => CpfListing.Regional(Region!, ListedFrom, ListedUntil),
            _ => new CpfListing(Idcc.Parse(Branch!, null), ListedFrom, ListedUntil),
        };
    }

    internal sealed record Owner(
        string Branch, string? Committee, DateOnly? JoinedOn, DateOnly? LeftOn, string Name, string? Opco, string? Acronym, string? CommitteeName, string? Email)
    {
        public KnownBranch ToBranch() => new(Idcc.Parse(Branch, null), Name, Opco, Acronym is null ? null : $"{Acronym} – {CommitteeName}", Email);
    }

    internal sealed record Successor(SuccessionKind Kind, string? Slug, string? Title, string? Number)
    {
        public KnownSuccessor ToSuccessor() =>
            new(Slug, Title ?? Number!, Number is null ? null : RegistryNumber.Parse(Number, null), Kind == SuccessionKind.CqpToTfp);
    }

    // A word of its own, with or without its accent.
    [GeneratedRegex(@"\bCl[ée]A\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clea();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredFacts))]
internal sealed partial class StoredFactsJson : JsonSerializerContext;
