using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>
/// What a search says of a certification on a day, in one small number. A search document holds the numbers of all its days, as the
/// domain derives them: what to show for a day is looked up, and the rule stands nowhere else.
/// </summary>
internal readonly record struct StateOnDay
{
    private const int LevelStep = 8;
    private const int EndsSoonStep = 128;

    public StateOnDay(RecognitionStatus status, QualificationLevel? level, bool endsSoon)
    {
        Status = status;
        Level = level;
        EndsSoon = endsSoon;
    }

    public RecognitionStatus Status { get; }

    public QualificationLevel? Level { get; }

    /// <summary>Active in a register on the day and no more twelve months later.</summary>
    public bool EndsSoon { get; }

    public bool IsRegistered => Status is RecognitionStatus.Rncp or RecognitionStatus.Rs;

    /// <summary>It can be obtained and counts somewhere.</summary>
    public bool IsActive => IsRegistered || Status == RecognitionStatus.Branch;

    public short Code => (short)((int)Status + (LevelStep * (Level?.Value ?? 0)) + (EndsSoon ? EndsSoonStep : 0));

    /// <summary>Every state there is.</summary>
    public static IReadOnlyList<StateOnDay> All { get; } =
    [
        .. from status in Enum.GetValues<RecognitionStatus>()
           from level in Enumerable.Range(0, 9)
           from endsSoon in new[] { false, true }
           select new StateOnDay(status, level == 0 ? null : new QualificationLevel(level), endsSoon),
    ];

    /// <summary>The codes of the states that are so, for a condition of a query.</summary>
    public static short[] Codes(Func<StateOnDay, bool> isWanted) => [.. All.Where(isWanted).Select(state => state.Code)];

    /// <summary>The same as a row of bits, one for each code; null when all are so.</summary>
    public static byte[]? Mask(Func<StateOnDay, bool> isWanted)
    {
        var codes = Codes(isWanted);
        if (codes.Length == All.Count) return null;
        var mask = new byte[(2 * EndsSoonStep) / 8];
        foreach (var code in codes) mask[code / 8] |= (byte)(1 << (code % 8));
        return mask;
    }

    public static StateOnDay Of(short code) => new(
        (RecognitionStatus)(code % LevelStep),
        code % EndsSoonStep / LevelStep is > 0 and var level ? new QualificationLevel(level) : null,
        code >= EndsSoonStep);

    /// <summary>The states of a certification, each with its first day, from the beginning of time.</summary>
    public static IEnumerable<(DateOnly Since, StateOnDay State)> Over(RecognitionFacts facts)
    {
        // Twelve months before a day may fall on the 28th for a 29 February: the day after is looked at too.
        var days = facts.TurningDays.SelectMany(day => new[] { day.AddMonths(-12), day.AddMonths(-12).AddDays(1), day }).Prepend(DateOnly.MinValue).Distinct().Order();
        StateOnDay? last = null;
        foreach (var day in days)
        {
            var recognition = RecognitionOnDay.Derive(facts, day);
            var state = new StateOnDay(
                recognition.Status, recognition.Level, recognition.IsRegistered && !RecognitionOnDay.Derive(facts, day.AddMonths(12)).IsRegistered);
            if (state != last) yield return (day, state);
            last = state;
        }
    }
}
