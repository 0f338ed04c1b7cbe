using System.Globalization;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>Dates that exist each, but not together.</summary>
internal static class FicheDateCheck
{
    /// <returns>In French, what contradicts what; null when the dates hold together.</returns>
    public static string? Contradiction(FicheDates dates)
    {
        var (start, name) =
            dates.PublishedOn is { } published ? (published, "la publication")
            : dates.EffectiveOn is { } effective ? (effective, "la date d'effet")
            : (dates.DecidedOn, "la décision");
        if (dates.PublishedOn < dates.DecidedOn) return $"la publication ({Written(dates.PublishedOn)}) précède la décision ({Written(dates.DecidedOn)})";
        if (dates.EndsOn < start) return $"la fin de l'enregistrement ({Written(dates.EndsOn)}) précède {name} ({Written(start)})";
        return dates.DeliverableUntil < dates.EndsOn
            ? $"la date limite de délivrance ({Written(dates.DeliverableUntil)}) précède la fin de l'enregistrement ({Written(dates.EndsOn)})"
            : null;
    }

    private static string Written(DateOnly? date) => date!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
