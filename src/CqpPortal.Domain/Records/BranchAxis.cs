using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Domain.Records;

/// <summary>The axis of the branch: the dated facts in their order, and which may follow which.</summary>
public static class BranchAxis
{
    private static readonly Dictionary<BranchState, Message> Words = new()
    {
        [BranchState.Idea] = Message.Of($"à l’état d’idée"),
        [BranchState.Proposed] = Message.Of($"proposée à la commission"),
        [BranchState.Refused] = Message.Of($"refusée par la commission"),
        [BranchState.Created] = Message.Of($"créée et pas encore transmise"),
        [BranchState.Transmitted] = Message.Of($"transmise"),
        [BranchState.Revised] = Message.Of($"révisée"),
        [BranchState.Suppressed] = Message.Of($"supprimée"),
        [BranchState.Closed] = Message.Of($"close"),
    };

    /// <summary>How far it is on a day; null where nothing that is known says it.</summary>
    public static BranchState? On(DatedRecords records, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Facts(records).Where(fact => fact.Day <= day).Aggregate(Start(records), (state, fact) => Next(state, fact.Kind) ?? state);
    }

    /// <summary>Refuses an order of facts that no branch can have had.</summary>
    /// <exception cref="EntryRefusedException">One of them cannot follow those before it.</exception>
    public static void Guard(DatedRecords records)
    {
        var state = Start(records);
        foreach (var (day, kind) in Facts(records))
        {
            state = Next(state, kind) ?? throw new EntryRefusedException(
                Message.Of($"{Name(kind)} le {day} : ce jour-là, la certification est {(state is { } known ? Words[known] : Message.Of($"encore inconnue de la branche"))}. {Advice(state, kind)}"));
        }
    }

    private enum FactKind
    {
        Idea,
        Proposed,
        Refused,
        Creation,
        Transmission,
        Revision,
        Other,
        Suppression,
        Closing,
    }

    // What a register holds was created and sent, whoever has written that down.
    private static BranchState? Start(DatedRecords records) =>
        records.Registrations.Count > 0 && !records.Decisions.Any(decision => decision.Kind == CommitteeDecisionKind.Creation) && records.Proposals.Count == 0 ? BranchState.Transmitted : null;

    private static IEnumerable<(DateOnly Day, FactKind Kind)> Facts(DatedRecords records) =>
        records.Proposals.Select(row => (row.Day, KindOf(row.Kind)))
            .Concat(records.Decisions.Where(row => row.Kind != CommitteeDecisionKind.Suppression).Select(row => (Day: row.DecidedOn, KindOf(row.Kind))))
            .Concat(records.Sendings.Select(row => (Day: row.SentOn, FactKind.Transmission)))
            .Concat(records.SuppressedOn is { } suppressed ? [(suppressed, FactKind.Suppression)] : Array.Empty<(DateOnly, FactKind)>())
            .Concat(records.ClosedOn is { } closed ? [(closed, FactKind.Closing)] : Array.Empty<(DateOnly, FactKind)>())
            // Of one day, in the order of the law: voted in the morning, sent in the afternoon.
            .OrderBy(fact => fact.Item1).ThenBy(fact => fact.Item2);

    private static BranchState? Next(BranchState? state, FactKind kind) => (state, kind) switch
    {
        (null, FactKind.Idea) => BranchState.Idea,
        (null or BranchState.Idea, FactKind.Proposed) => BranchState.Proposed,
        (BranchState.Proposed, FactKind.Refused) => BranchState.Refused,
        (null or BranchState.Proposed, FactKind.Creation) => BranchState.Created,
        // A branch that joins later decides for itself.
        (BranchState.Created or BranchState.Transmitted or BranchState.Revised, FactKind.Creation or FactKind.Other) => state,
        (BranchState.Created or BranchState.Transmitted or BranchState.Revised, FactKind.Transmission) => BranchState.Transmitted,
        (BranchState.Transmitted or BranchState.Revised, FactKind.Revision) => BranchState.Revised,
        (BranchState.Transmitted or BranchState.Revised, FactKind.Suppression) => BranchState.Suppressed,
        (BranchState.Suppressed, FactKind.Closing) => BranchState.Closed,
        _ => null,
    };

    private static FactKind KindOf(ProposalKind kind) => kind switch
    {
        ProposalKind.Idea => FactKind.Idea,
        ProposalKind.Proposed => FactKind.Proposed,
        _ => FactKind.Refused,
    };

    private static FactKind KindOf(CommitteeDecisionKind kind) => kind switch
    {
        CommitteeDecisionKind.Creation => FactKind.Creation,
        CommitteeDecisionKind.Revision => FactKind.Revision,
        _ => FactKind.Other,
    };

    private static Message Name(FactKind kind) => kind switch
    {
        FactKind.Idea => Message.Of($"Idée"),
        FactKind.Proposed => Message.Of($"Proposition"),
        FactKind.Refused => Message.Of($"Refus"),
        FactKind.Creation => Message.Of($"Création"),
        FactKind.Transmission => Message.Of($"Transmission"),
        FactKind.Revision => Message.Of($"Révision"),
        FactKind.Suppression => Message.Of($"Suppression"),
        FactKind.Closing => Message.Of($"Clôture"),
        _ => Message.Of($"Décision"),
    };

    private static Message Advice(BranchState? state, FactKind kind) => (state, kind) switch
    {
        (null, FactKind.Transmission or FactKind.Revision or FactKind.Other or FactKind.Suppression) => Message.Of($"Enregistrez d’abord la décision de création."),
        (BranchState.Idea, FactKind.Creation or FactKind.Refused) => Message.Of($"Enregistrez d’abord la proposition à la commission."),
        (null, FactKind.Refused) => Message.Of($"Enregistrez d’abord la proposition à la commission."),
        (BranchState.Idea or BranchState.Proposed, _) => Message.Of($"Enregistrez d’abord la décision de création, ou vérifiez la date."),
        (BranchState.Refused, _) => Message.Of($"Un projet refusé le reste : un nouveau projet a sa propre fiche."),
        (BranchState.Created, FactKind.Revision or FactKind.Suppression) => Message.Of($"Enregistrez d’abord sa transmission à France compétences."),
        (BranchState.Suppressed or BranchState.Closed, _) => Message.Of($"Vérifiez la date : plus rien ne se décide après une suppression, sauf la clôture."),
        (_, FactKind.Closing) => Message.Of($"Une certification se clôt après sa suppression, quand le dernier candidat a fini."),
        _ => Message.Of($"Vérifiez la date."),
    };
}
