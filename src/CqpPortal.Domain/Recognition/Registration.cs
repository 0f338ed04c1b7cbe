using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Recognition;

/// <summary>
/// One registration in the RNCP or the RS: a dated record with a number of its own. A renewal is another registration with another
/// number; a certification has none, one or several.
/// </summary>
public sealed class Registration
{
    /// <summary>First day of the procedure of the law of 5 September 2018, which gives CQP a level and limits registrations to five years.</summary>
    public static readonly DateOnly ReformDay = new(2019, 1, 1);

    /// <summary>Longest registration on request, in years (L. 6113-5 II, L. 6113-6).</summary>
    public const int MaxYears = 5;

    private readonly List<RegisteredBlock> _blocks = [];
    private List<ValidityPeriod> _suspensions = [];

    /// <exception cref="ArgumentException">The dates contradict each other, last over five years, or a level stands where the law gives none.</exception>
    public Registration(RegistryNumber number, QualificationLevel? level, RegistrationDates dates)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(dates);
        Number = number;
        DecidedOn = dates.DecidedOn;
        PublishedOn = dates.PublishedOn;
        EffectOn = dates.EffectOn;
        EndsOn = dates.EndsOn;
        DeliveryDeadline = dates.DeliveryDeadline;
        Level = level;
        GuardDates();
        GuardLevel();
    }

    private Registration()
    {
    }

    public int Id { get; private set; }

    public RegistryNumber Number { get; private set; } = null!;

    /// <summary>Null in the RS, and in the RNCP for what was registered under the rules of before 2019.</summary>
    public QualificationLevel? Level { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    public DateOnly? EffectOn { get; private set; }

    /// <summary>Last active day, included.</summary>
    public DateOnly EndsOn { get; private set; }

    public DateOnly? DeliveryDeadline { get; private set; }

    public DateOnly? WithdrawnOn { get; private set; }

    public IReadOnlyList<ValidityPeriod> Suspensions => _suspensions;

    public IReadOnlyList<RegisteredBlock> Blocks => _blocks;

    /// <summary>
    /// First active day: publication on line, else date of effect, else decision (R. 6113-12). Null where the register gives none of
    /// them; the date of the Journal officiel is never used, for it can be older than the decision.
    /// </summary>
    public DateOnly? EffectiveOn => PublishedOn ?? EffectOn ?? DecidedOn;

    /// <summary>True where the publication date is missing and another date stands for it: an answer that rests on it says so.</summary>
    public bool EffectiveDateIsAssumed => PublishedOn is null;

    /// <summary>Decided under the rules in force until 2018, which gave a CQP no level (former R. 335-13 C. éduc.).</summary>
    public bool PrecedesReform => (DecidedOn ?? EffectiveOn ?? EndsOn.AddYears(-MaxYears)) < ReformDay;

    /// <summary>Last day on which the registration counts, given its withdrawal if any.</summary>
    public DateOnly LastDay => WithdrawnOn is { } day && day <= EndsOn ? day.AddDays(-1) : EndsOn;

    /// <summary>The days on which it begins or ceases to be decided, active or suspended.</summary>
    internal IEnumerable<DateOnly> TurningDays =>
        new[] { DecidedOn, EffectiveOn, LastDay.AddDays(1) }.OfType<DateOnly>()
            .Concat(_suspensions.SelectMany(period => new[] { period.From, period.Until?.AddDays(1) }.OfType<DateOnly>()));

    /// <summary>Whether the registration is active on that day: in effect, not ended, neither suspended nor withdrawn.</summary>
    public bool IsActiveOn(DateOnly day) =>
        (EffectiveOn is null || EffectiveOn <= day) && day <= LastDay && !IsSuspendedOn(day);

    public bool IsSuspendedOn(DateOnly day) => _suspensions.Exists(period => period.Contains(day)) && day <= LastDay;

    public bool HasEndedOn(DateOnly day) => LastDay < day;

    /// <summary>Registers an incident decided under R. 6113-17-3: the registration is suspended for a while.</summary>
    public void Suspend(ValidityPeriod period)
    {
        if (_suspensions.Exists(period.Overlaps))
            throw new InvalidOperationException($"{Number} is already suspended during part of that period.");
        if (period.From < EffectiveOn || period.From > LastDay)
            throw new ArgumentException($"{Number} is suspended while it runs, not from {period.From:O}.", nameof(period));
        _suspensions = [.. _suspensions, period];
    }

    /// <summary>Registers an incident decided under R. 6113-17-3: the registration is withdrawn from that day.</summary>
    public void Withdraw(DateOnly from)
    {
        if (WithdrawnOn is not null)
            throw new InvalidOperationException($"{Number} is already withdrawn.");
        if (from < EffectiveOn)
            throw new ArgumentException($"{Number} cannot be withdrawn before it takes effect.", nameof(from));
        if (from > EndsOn)
            throw new ArgumentException($"{Number} cannot be withdrawn once it has ended.", nameof(from));
        WithdrawnOn = from;
    }

    /// <summary>Replaces the incidents, where one of them was written down wrongly or given its end.</summary>
    internal void Undergo(IReadOnlyList<ValidityPeriod> suspensions, DateOnly? withdrawnOn)
    {
        if (WithdrawnOn == withdrawnOn && _suspensions.SequenceEqual(suspensions)) return;
        (_suspensions, WithdrawnOn) = ([], null);
        foreach (var period in suspensions.OrderBy(period => period.From)) Suspend(period);
        if (withdrawnOn is { } day) Withdraw(day);
    }

    public void AddBlock(RegisteredBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        if (Number.Register == Register.Rs)
            throw new InvalidOperationException("A registration in the RS has no blocks (L. 6113-6).");
        if (_blocks.Exists(known => known.Code == block.Code))
            throw new InvalidOperationException($"{Number} already has a block {block.Code}.");
        _blocks.Add(block);
    }

    /// <summary>Takes over dates, level and blocks of a later statement of the same registration; incidents stay.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Correct(Registration by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Number != Number) throw new ArgumentException($"{by.Number} cannot correct {Number}.", nameof(by));
        var isSame = (DecidedOn, PublishedOn, EffectOn, EndsOn, DeliveryDeadline, Level) == (by.DecidedOn, by.PublishedOn, by.EffectOn, by.EndsOn, by.DeliveryDeadline, by.Level)
            && _blocks.Select(block => (block.Code, block.Title)).Order().SequenceEqual(by._blocks.Select(block => (block.Code, block.Title)).Order());
        if (isSame) return false;
        (DecidedOn, PublishedOn, EffectOn, EndsOn, DeliveryDeadline, Level) = (by.DecidedOn, by.PublishedOn, by.EffectOn, by.EndsOn, by.DeliveryDeadline, by.Level);
        _blocks.RemoveAll(block => !by._blocks.Exists(other => (other.Code, other.Title) == (block.Code, block.Title)));
        foreach (var block in by._blocks.Where(block => !_blocks.Exists(known => known.Code == block.Code))) _blocks.Add(block);
        return true;
    }

    private void GuardDates()
    {
        if (PublishedOn < DecidedOn)
            throw new ArgumentException($"{Number}: the publication ({PublishedOn:O}) cannot precede the decision ({DecidedOn:O}).");
        if (EndsOn < EffectiveOn)
            throw new ArgumentException($"{Number}: the end ({EndsOn:O}) cannot precede the day it takes effect ({EffectiveOn:O}).");
        if (DeliveryDeadline < EndsOn)
            throw new ArgumentException($"{Number}: the last award date ({DeliveryDeadline:O}) cannot precede the end ({EndsOn:O}).");
        if (!PrecedesReform && EffectiveOn is { } start && EndsOn > start.AddYears(MaxYears))
            throw new ArgumentException($"{Number}: a registration lasts {MaxYears} years at most (L. 6113-5), here {start:O} to {EndsOn:O}.");
    }

    private void GuardLevel()
    {
        if (Level is null) return;
        if (Number.Register == Register.Rs)
            throw new ArgumentException($"{Number}: a registration in the RS has no level (L. 6113-6).");
        if (PrecedesReform)
            throw new ArgumentException($"{Number}: a CQP registered before 2019 has no level (former R. 335-13 C. éduc.).");
    }
}
