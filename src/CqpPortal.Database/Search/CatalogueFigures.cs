using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>The whole catalogue counted on a day, as a search of that day counts it.</summary>
public sealed record CatalogueFigures(DateOnly Day)
{
    /// <summary>Months looked ahead, that of the day included.</summary>
    public const int Months = 24;

    private const string CountStates =
        """
        select states[width_bucket($1, since)], $2 = any(tags), count(*)::int from search_documents group by 1, 2
        """;

    private const string CountOwners =
        """
        select b.idcc, b.name, states[width_bucket($1, since)], count(*)::int
        from search_documents cross join unnest(tags) t(idcc) join branches b on b.idcc = t.idcc group by 1, 2, 3
        """;

    // A registration that another one continues does not end for who prepares the certification: the last day of all is looked at.
    private const string CountEnds =
        """
        select date_trunc('month', last_day)::date, states[width_bucket($1, since)], count(*)::int
        from search_documents where last_day >= $1 and last_day < $2 group by 1, 2
        """;

    private const string FindShared =
        """
        select c.slug, c.title, b.idcc, b.name
        from search_documents s join certifications c on c.id = s.certification_id
        join owning_branches o on o.certification_id = c.id and (o.joined_on is null or o.joined_on <= $1) and (o.left_on is null or o.left_on >= $1)
        join branches b on b.idcc = o.branch
        where s.tags @> array[$2] and s.states[width_bucket($1, s.since)] = any($3) order by c.title, c.id, b.name
        """;

    private const string FindDrops = "select register, max(drop_date) from register_drops group by 1 order by 1";

    private const string FindDemonstration = "select exists (select from certifications where is_demonstration)";

    /// <summary>Certifications by what they are worth, in the order of <see cref="FacetValues.Recognition"/>; those that are none are 0.</summary>
    public required IReadOnlyList<(RecognitionStatus Status, int Count)> Recognitions { get; init; }

    /// <summary>Those in the RNCP by level; null without level.</summary>
    public required IReadOnlyList<(QualificationLevel? Level, int Count)> Levels { get; init; }

    /// <summary>The branch with most first.</summary>
    public required IReadOnlyList<BranchFigures> Branches { get; init; }

    /// <summary>How many leave each register in each of the coming <see cref="Months"/>, as nothing continues them yet.</summary>
    public required IReadOnlyList<(DateOnly Month, int Rncp, int Rs)> Ends { get; init; }

    /// <summary>Of those in the RNCP, how many say that the VAE leads to them.</summary>
    public required int OpenToVae { get; init; }

    /// <summary>CQPIs that can be obtained, each with the branches that own it on the day.</summary>
    public required IReadOnlyList<SharedCertification> SharedCertifications { get; init; }

    public required bool HasDemonstration { get; init; }

    /// <summary>Date of the last export read of each register; empty where none was.</summary>
    public required IReadOnlyList<(string Register, DateOnly Date)> Drops { get; init; }

    public int Total => Recognitions.Sum(one => one.Count);

    public int InRncp => Of(RecognitionStatus.Rncp);

    public int Of(RecognitionStatus status) => Recognitions.First(one => one.Status == status).Count;

    /// <summary>Six statements of one batch, each over the whole catalogue once.</summary>
    public static async Task<CatalogueFigures> ReadAsync(PortalDbContext database, DateOnly day, CancellationToken cancellationToken)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        await using var batch = await database.BatchAsync(cancellationToken);
        Add(CountStates, day, new NpgsqlParameter<string> { TypedValue = nameof(AccessRouteCode.PriorExperience) });
        Add(CountOwners, day);
        Add(CountEnds, day, new NpgsqlParameter<DateOnly> { TypedValue = month.AddMonths(Months) });
        Add(FindShared, day, new NpgsqlParameter<string> { TypedValue = nameof(CertificationKind.Cqpi) }, new NpgsqlParameter<short[]> { TypedValue = StateOnDay.Codes(state => state.IsActive) });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(FindDrops));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(FindDemonstration));

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var states = await RowsAsync(row => (State: StateOnDay.Of(row.GetInt16(0)), HasVae: row.GetBoolean(1), Count: row.GetInt32(2)));
        var owners = await RowsAsync(row => (Idcc: row.GetString(0), Name: row.GetString(1), StateOnDay.Of(row.GetInt16(2)).Status, Count: row.GetInt32(3)));
        var ends = await RowsAsync(row => (Month: row.GetFieldValue<DateOnly>(0), StateOnDay.Of(row.GetInt16(1)).Status, Count: row.GetInt32(2)));
        var shared = await RowsAsync(row => (Slug: row.GetString(0), Title: row.GetString(1), Branch: new BranchName(row.GetString(2), row.GetString(3))));
        var drops = await RowsAsync(row => (row.GetString(0), row.GetFieldValue<DateOnly>(1)));
        var demonstration = await RowsAsync(row => row.GetBoolean(0));
        var registered = states.Where(row => row.State.Status == RecognitionStatus.Rncp).ToList();
        return new CatalogueFigures(day)
        {
            Recognitions = [.. FacetValues.Recognition.Keys.Select(status => (status, states.Where(row => row.State.Status == status).Sum(row => row.Count)))],
            Levels = [.. registered.GroupBy(row => row.State.Level).Select(level => (level.Key, level.Sum(row => row.Count))).OrderBy(level => level.Key?.Value ?? int.MaxValue)],
            Branches =
            [
                .. owners.GroupBy(row => new BranchName(row.Idcc, row.Name)).Select(branch => BranchOf(branch.Key, [.. branch.Select(row => (row.Status, row.Count))]))
                    .OrderByDescending(branch => branch.Total).ThenBy(branch => branch.Branch.Name, StringComparer.Ordinal),
            ],
            Ends = [.. Enumerable.Range(0, Months).Select(month.AddMonths).Select(one => (one, CountOf(one, RecognitionStatus.Rncp), CountOf(one, RecognitionStatus.Rs)))],
            OpenToVae = registered.Where(row => row.HasVae).Sum(row => row.Count),
            SharedCertifications = [.. shared.GroupBy(row => (row.Slug, row.Title)).Select(one => new SharedCertification(one.Key.Slug, one.Key.Title, [.. one.Select(row => row.Branch)]))],
            Drops = drops,
            HasDemonstration = demonstration[0],
        };

        void Add(string sql, DateOnly first, params NpgsqlParameter[] others)
        {
            batch.Add(sql, first);
            foreach (var other in others) batch.BatchCommands[^1].Parameters.Add(other);
        }

        async Task<List<T>> RowsAsync<T>(Func<NpgsqlDataReader, T> read)
        {
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
            await reader.NextResultAsync(cancellationToken);
            return rows;
        }

        BranchFigures BranchOf(BranchName branch, IReadOnlyList<(RecognitionStatus Status, int Count)> counts)
        {
            int Sum(RecognitionStatus status) => counts.Where(count => count.Status == status).Sum(count => count.Count);
            var (rncp, rs, only) = (Sum(RecognitionStatus.Rncp), Sum(RecognitionStatus.Rs), Sum(RecognitionStatus.Branch));
            return new BranchFigures(branch, rncp, rs, only, counts.Sum(count => count.Count) - rncp - rs - only);
        }

        int CountOf(DateOnly one, RecognitionStatus status) => ends.Where(row => row.Month == one && row.Status == status).Sum(row => row.Count);
    }
}

/// <summary>What the certifications of a branch are worth on a day, also those of a branch that left one since, as a search by branch finds them.</summary>
/// <param name="Others">Ended, abolished or not yet transmitted.</param>
public sealed record BranchFigures(BranchName Branch, int Rncp, int Rs, int BranchOnly, int Others)
{
    public int Total => Rncp + Rs + BranchOnly + Others;
}

/// <summary>A CQPI and the branches that share it.</summary>
public sealed record SharedCertification(string Slug, string Title, IReadOnlyList<BranchName> Branches);
