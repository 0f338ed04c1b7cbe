using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>Keeps why fiches stand in the catalogue and which wait for a person's word, and tells the drop's report.</summary>
internal sealed class PromotionLedger(PortalDbContext database)
{
    private const string SaveEvidence =
        """
        insert into promotion_evidence (number, certification_id, evidence) select * from unnest($1::text[], $2::int[], $3::text[])
        on conflict (number) do update set certification_id = excluded.certification_id, evidence = excluded.evidence
        where (promotion_evidence.certification_id, promotion_evidence.evidence) is distinct from (excluded.certification_id, excluded.evidence)
        """;

    private const string SaveCandidates =
        """
        insert into promotion_candidates (number, title, reason, drop_date) select * from unnest($1::text[], $2::text[], $3::text[], $4::date[])
        on conflict (number) do update set title = excluded.title, reason = excluded.reason, drop_date = excluded.drop_date
        """;

    // What was looked at and raises no doubt any more waits for nobody; a person's word is kept all the same.
    private const string Settle = "delete from promotion_candidates where number = any($1) and is_cqp is null";

    private readonly Dictionary<RegistryNumber, bool?> _candidates = [];
    private readonly Dictionary<RegistryNumber, string> _evidence = [];
    private readonly Dictionary<RegistryNumber, string> _promoted = [];
    private readonly Dictionary<RegistryNumber, (string Title, string Reason, DateOnly DropDate)> _doubtful = [];
    private readonly List<PromotedFiche> _report = [];

    public PromotionReport Report => new(_report, [.. _doubtful.Select(entry => new PromotedFiche(entry.Key.ToString(), entry.Value.Title, entry.Value.Reason))]);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await database.Set<PromotionCandidate>().AsNoTracking().Select(row => new { row.Number, row.IsCqp }).ToListAsync(cancellationToken)) _candidates.Add(row.Number, row.IsCqp);
        foreach (var row in await database.Set<PromotionEvidence>().AsNoTracking().ToListAsync(cancellationToken)) _evidence.Add(row.Number, row.Evidence);
    }

    /// <returns>Null when nobody has judged the fiche.</returns>
    public bool? CuratorsWord(RegistryNumber number) => _candidates.GetValueOrDefault(number);

    public string? EvidenceOf(RegistryNumber number) => _evidence.GetValueOrDefault(number);

    public void Promote(CombinedFiche fiche, string evidence, bool changed)
    {
        _promoted[fiche.Fiche.Number] = evidence;
        if (changed) _report.Add(new PromotedFiche(fiche.Fiche.Number.ToString(), fiche.Fiche.Title, evidence));
    }

    public void Doubt(CombinedFiche fiche, string reason) => _doubtful[fiche.Fiche.Number] = (fiche.Fiche.Title, reason, fiche.AsOf);

    /// <param name="looked">Every fiche that was judged.</param>
    /// <param name="certifications">Where each number stands.</param>
    /// <param name="cancellationToken">Ends the save.</param>
    public async Task SaveAsync(IEnumerable<RegistryNumber> looked, IReadOnlyDictionary<RegistryNumber, int> certifications, CancellationToken cancellationToken)
    {
        await using var batch = await database.BatchAsync(cancellationToken);
        batch.Add<string[]>(SaveEvidence, [.. _promoted.Keys.Select(number => number.ToString())]);
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. _promoted.Keys.Select(number => certifications[number])] });
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. _promoted.Values] });
        batch.Add<string[]>(SaveCandidates, [.. _doubtful.Keys.Select(number => number.ToString())]);
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. _doubtful.Values.Select(row => row.Title)] });
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. _doubtful.Values.Select(row => row.Reason)] });
        batch.BatchCommands[1].Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. _doubtful.Values.Select(row => row.DropDate)] });
        batch.Add<string[]>(Settle, [.. looked.Where(number => !_doubtful.ContainsKey(number)).Select(number => number.ToString())]);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
