using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>Dates that exist each, but not together.</summary>
internal static class FicheDateCheck
{
    /// <returns>What contradicts what; null when the dates hold together.</returns>
    public static Message? Contradiction(FicheDates dates)
    {
        var (start, name) =
            dates.PublishedOn is { } published ? (published, Message.Of($"la publication"))
            : dates.EffectiveOn is { } effective ? (effective, Message.Of($"la date d'effet"))
            : (dates.DecidedOn, Message.Of($"la décision"));
        if (dates.PublishedOn < dates.DecidedOn) return Message.Of($"la publication ({dates.PublishedOn}) précède la décision ({dates.DecidedOn})");
        if (dates.EndsOn < start) return Message.Of($"la fin de l'enregistrement ({dates.EndsOn}) précède {name} ({start})");
        return dates.DeliverableUntil < dates.EndsOn
            ? Message.Of($"la date limite de délivrance ({dates.DeliverableUntil}) précède la fin de l'enregistrement ({dates.EndsOn})")
            : null;
    }
}
