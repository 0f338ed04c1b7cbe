using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Records;

/// <summary>
/// Everything dated of an entry that is not text, as one value: each verb returns the records with one fact more or one corrected, and refuses what
/// cannot be. Nothing is taken away.
/// </summary>
public sealed record DatedRecords
{
    public const int MaxReasonLength = 500;

    public static DatedRecords None { get; } = new();

    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    public IReadOnlyList<CommitteeDecision> Decisions { get; init; } = [];

    public IReadOnlyList<Sending> Sendings { get; init; } = [];

    public IReadOnlyList<RegistrationRecord> Registrations { get; init; } = [];

    /// <summary>First day without new entries; it may be to come.</summary>
    public DateOnly? SuppressedOn { get; init; }

    public string? SuppressionReason { get; init; }

    /// <summary>Day on which the last candidate had finished.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What no certification holds: it stays with the entry.</summary>
    public DatedRecords OfEntryOnly => new() { Proposals = Proposals, ClosedOn = ClosedOn };

    /// <param name="kept">What the entry keeps beside the certification.</param>
    public static DatedRecords Of(Certification certification, DatedRecords kept)
    {
        ArgumentNullException.ThrowIfNull(certification);
        ArgumentNullException.ThrowIfNull(kept);
        return kept.OfEntryOnly with
        {
            Decisions = [.. certification.Decisions.OrderBy(row => row.DecidedOn)],
            Sendings = [.. certification.Transmissions.OrderBy(row => row.SentOn).ThenBy(row => row.Authority).Select(row => new Sending(row.Authority, row.SentOn))],
            Registrations = [.. certification.Registrations.OrderBy(row => row.EndsOn).Select(RegistrationRecord.Of)],
            SuppressedOn = certification.SuppressedOn,
            SuppressionReason = certification.SuppressionReason,
        };
    }

    /// <summary>Makes the certification say so, and cites the committee for the facts that change.</summary>
    /// <returns>The facts that changed, among those whose source is kept.</returns>
    public IReadOnlyList<CertificationFact> ApplyTo(Certification certification, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(certification);
        var was = Of(certification, None);
        var changed = new List<CertificationFact>();
        certification.DecidedBy(Decisions);
        certification.SentTo([.. Sendings.Select(row => new Transmission(row.Authority, row.SentOn))]);
        if (!was.Sendings.SequenceEqual(Sendings.OrderBy(row => row.SentOn).ThenBy(row => row.Authority))) changed.Add(CertificationFact.Transmissions);
        foreach (var record in Registrations.Where(record => was.Find(record.Number)?.SaysTheSameAs(record) != true))
        {
            certification.Correct(record.ToRegistration());
            if (!changed.Contains(CertificationFact.Registrations)) changed.Add(CertificationFact.Registrations);
        }
        if (SuppressedOn is { } suppressed && certification.SuppressedOn is null) certification.Suppress(suppressed, SuppressionReason);
        foreach (var fact in changed) certification.Cite(new FactSource(fact, FactOrigin.Committee, day));
        return changed;
    }

    public RegistrationRecord? Find(RegistryNumber number) => Registrations.FirstOrDefault(record => record.Number == number);

    /// <exception cref="EntryRefusedException">It cannot stand there.</exception>
    public DatedRecords Propose(Proposal proposal, DateOnly today, Proposal? instead = null)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        GuardPast(proposal.Day, today);
        return Guarded(this with { Proposals = Put(Proposals, proposal, instead) });
    }

    /// <exception cref="EntryRefusedException">It cannot stand there.</exception>
    public DatedRecords Decide(CommitteeDecision decision, DateOnly today, CommitteeDecision? instead = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        GuardPast(decision.DecidedOn, today);
        return Guarded(this with { Decisions = Put(Decisions, decision, instead) });
    }

    /// <exception cref="EntryRefusedException">It cannot stand there.</exception>
    public DatedRecords Send(Sending sending, DateOnly today, Sending? instead = null)
    {
        ArgumentNullException.ThrowIfNull(sending);
        GuardPast(sending.SentOn, today);
        if (sending.Authority == TransmissionAuthority.Cncp != sending.SentOn < Registration.ReformDay)
            throw new EntryRefusedException(Message.Of($"Jusqu’à la fin de 2018 on transmettait à la CNCP ; depuis 2019, à France compétences et à la Caisse des dépôts. Vérifiez le destinataire ou la date."));
        return Guarded(this with { Sendings = Put(Sendings, sending, instead) });
    }

    /// <summary>Adds a registration, or corrects the one of that number.</summary>
    /// <exception cref="EntryRefusedException">It cannot be.</exception>
    public DatedRecords Register(RegistrationRecord record, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(record);
        var was = Find(record.Number);
        if (RegistrationRules.Problems(record, was, today).FirstOrDefault() is { } problem) throw new EntryRefusedException(problem.Message);
        return was is null ? this with { Registrations = [.. Registrations, record] } : this with { Registrations = [.. Registrations.Select(known => known.Number == record.Number ? record : known)] };
    }

    /// <summary>An incident decided under R. 6113-17-3: the registration does not count for a while. An open suspension of that first day is given its end.</summary>
    /// <exception cref="EntryRefusedException">It cannot be.</exception>
    public DatedRecords Suspend(RegistryNumber number, ValidityPeriod period, DateOnly today)
    {
        var record = Known(number);
        GuardPast(period.From, today);
        return Register(record with { Suspensions = [.. record.Suspensions.Where(known => known.From != period.From), period] }, today);
    }

    /// <summary>An incident decided under R. 6113-17-3: the registration ends before its time.</summary>
    /// <exception cref="EntryRefusedException">It cannot be.</exception>
    public DatedRecords Withdraw(RegistryNumber number, DateOnly from, DateOnly today)
    {
        var record = Known(number);
        if (record.WithdrawnOn is { } day) throw new EntryRefusedException(Message.Of($"{number} est déjà retiré depuis le {day}."));
        GuardPast(from, today);
        return Register(record with { WithdrawnOn = from }, today);
    }

    /// <summary>The committee abolishes it from a day: never a deletion.</summary>
    /// <exception cref="EntryRefusedException">It is abolished already, or was never transmitted.</exception>
    public DatedRecords Suppress(DateOnly from, string reason)
    {
        if (SuppressedOn is { } day) throw new EntryRefusedException(Message.Of($"Elle est déjà supprimée, à compter du {day}."));
        return Guarded(this with { SuppressedOn = from, SuppressionReason = reason });
    }

    /// <summary>The last candidate has finished.</summary>
    /// <exception cref="EntryRefusedException">It is not abolished.</exception>
    public DatedRecords Close(DateOnly day, DateOnly today)
    {
        if (ClosedOn is { } closed) throw new EntryRefusedException(Message.Of($"Elle est déjà close depuis le {closed}."));
        GuardPast(day, today);
        return Guarded(this with { ClosedOn = day });
    }

    private RegistrationRecord Known(RegistryNumber number) => Find(number) ?? throw new EntryRefusedException(Message.Of($"Cette certification ne porte pas le numéro {number}."));

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> rows, T row, T? instead)
        where T : class
    {
        if (instead is not null && !rows.Contains(instead)) throw new EntryRefusedException(Message.Of($"Ce fait a changé depuis que vous avez ouvert la page : rouvrez-la, puis corrigez-le."));
        if (rows.Contains(row)) throw new EntryRefusedException(Message.Of($"Ce fait est déjà enregistré, avec cette date."));
        return [.. rows.Where(known => !known.Equals(instead)), row];
    }

    private static DatedRecords Guarded(DatedRecords records)
    {
        BranchAxis.Guard(records);
        return records;
    }

    private static void GuardPast(DateOnly day, DateOnly today)
    {
        if (day > today) throw new EntryRefusedException(Message.Of($"Cette date est à venir : enregistrez le fait quand il aura eu lieu."));
    }
}
