namespace CqpPortal.Domain.Recognition;

/// <summary>What a certification is worth on one day, and the record that says so. Sources: L. 6113-1, L. 6113-4 to L. 6113-6, R. 6113-12.</summary>
public sealed record RecognitionOnDay
{
    /// <summary>First day on which a CQP had to be sent to the CNCP to exist (former L. 6314-2).</summary>
    internal static readonly DateOnly TransmissionToCncpRequired = new(2009, 11, 26);

    private RecognitionOnDay(DateOnly day, RecognitionStatus status, Registration? registration)
    {
        Day = day;
        Status = status;
        Registration = registration;
    }

    public DateOnly Day { get; }

    public RecognitionStatus Status { get; }

    /// <summary>The registration that decides: the active one, or the last that ended when <see cref="Status"/> is <see cref="RecognitionStatus.Expired"/>.</summary>
    public Registration? Registration { get; }

    /// <summary>The registration that will take effect next, if one is already decided.</summary>
    public Registration? Next { get; private init; }

    /// <summary>A registration that would be active but is suspended on that day.</summary>
    public Registration? Suspended { get; private init; }

    /// <summary>
    /// Whether the companies of its branches recognise it on that day, whatever becomes of its registrations: known to be sent to the
    /// authority of the day, and not abolished. False where no such sending is known.
    /// </summary>
    public bool CountsInBranches { get; private init; }

    /// <summary>Level that a certificate awarded on that day confers, or null: RS, branch only, ended, or registered under the rules of before 2019.</summary>
    public QualificationLevel? Level => Status == RecognitionStatus.Rncp ? Registration?.Level : null;

    public bool IsRegistered => Status is RecognitionStatus.Rncp or RecognitionStatus.Rs;

    /// <summary>Derives recognition on a day. A running registration outlives abolition by the CPNE: it goes to its end.</summary>
    public static RecognitionOnDay Derive(RecognitionFacts facts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var active = facts.Registrations
            .Where(registration => registration.IsActiveOn(day))
            .OrderBy(registration => registration.Number.Register)
            .ThenByDescending(registration => registration.EndsOn)
            .FirstOrDefault();
        var ended = facts.Registrations
            .Where(registration => registration.HasEndedOn(day))
            .MaxBy(registration => registration.LastDay);
        var suspended = facts.Registrations.FirstOrDefault(registration => registration.IsSuspendedOn(day));
        var status = (active, facts) switch
        {
            ({ Number.Register: Register.Rncp }, _) => RecognitionStatus.Rncp,
            ({ }, _) => RecognitionStatus.Rs,
            _ when facts.SuppressedOn <= day => RecognitionStatus.Abolished,
            _ when suspended is null && ended is not null => RecognitionStatus.Expired,
            _ when IsTransmitted(facts, day) => RecognitionStatus.Branch,
            _ => RecognitionStatus.NotTransmitted,
        };
        return new RecognitionOnDay(day, status, active ?? (status == RecognitionStatus.Expired ? ended : null))
        {
            Next = facts.Registrations.Where(registration => registration.EffectiveOn > day).MinBy(registration => registration.EffectiveOn),
            Suspended = active is null ? suspended : null,
            CountsInBranches = !(facts.SuppressedOn <= day) && IsSentToAuthorityOf(facts, day),
        };
    }

    /// <summary>
    /// Whether the certification legally exists on that day: sent to France compétences since 2019, to the CNCP before; a decided
    /// registration proves that it was sent.
    /// </summary>
    private static bool IsTransmitted(RecognitionFacts facts, DateOnly day)
    {
        if (facts.Registrations.Any(registration => IsDecided(registration, day))) return true;
        return IsSentToAuthorityOf(facts, day) || (day < TransmissionToCncpRequired && facts.CreatedOn <= day);
    }

    /// <summary>A registration by the CNCP says nothing of France compétences, which asks for a sending of its own since 2019.</summary>
    private static bool IsSentToAuthorityOf(RecognitionFacts facts, DateOnly day)
    {
        var isReformed = day >= Recognition.Registration.ReformDay;
        var authority = isReformed ? TransmissionAuthority.FranceCompetences : TransmissionAuthority.Cncp;
        return facts.Transmissions.Any(sent => sent.Authority == authority && sent.SentOn <= day)
            || facts.Registrations.Any(registration => IsDecided(registration, day) && !(isReformed && registration.PrecedesReform));
    }

    private static bool IsDecided(Registration registration, DateOnly day) =>
        (registration.DecidedOn ?? registration.EffectiveOn) is not { } start || start <= day;
}
