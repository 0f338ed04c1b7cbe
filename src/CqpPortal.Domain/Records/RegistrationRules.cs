using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Records;

/// <summary>What a registration written by hand must be, in words for those who write it.</summary>
public static class RegistrationRules
{
    /// <summary>First day of the requests of which one cohort alone gives three years at most.</summary>
    public static readonly DateOnly OneCohortDay = new(2025, 10, 1);

    public const int MaxYearsOfOneCohort = 3;

    /// <summary>What keeps the record from being written; nothing is missing where the result is empty.</summary>
    /// <param name="was">What is known of that number already; null for a new one, which asks for more.</param>
    /// <param name="today">Nothing is decided tomorrow.</param>
    public static IEnumerable<RecordProblem> Problems(RegistrationRecord record, RegistrationRecord? was, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. Missing(record, was), .. Order(record, today), .. Level(record, was), .. Incidents(record)];
    }

    /// <summary>What may be right, and is looked at twice.</summary>
    public static Message? Warning(RegistrationRecord record, RegistrationApplication? application)
    {
        ArgumentNullException.ThrowIfNull(record);
        return application is { HasOneCohort: true, SubmittedOn: { } sent } && sent >= OneCohortDay && record.EffectiveOn is { } start && record.EndsOn > start.AddYears(MaxYearsOfOneCohort)
            ? Message.Of($"Une seule promotion a été montrée : l’enregistrement dure en principe {MaxYearsOfOneCohort} ans au plus. Vérifiez la date de fin sur la décision.")
            : null;
    }

    // A register often hides the publication: what it never gave is not asked of those who correct another date.
    private static IEnumerable<RecordProblem> Missing(RegistrationRecord record, RegistrationRecord? was)
    {
        if (record.DecidedOn is null && (was is null || was.DecidedOn is not null))
            yield return new(nameof(record.DecidedOn), Message.Of($"Donnez la date de la décision : un numéro n’existe pas sans elle."));
        if (record.PublishedOn is null && (was is null || was.PublishedOn is not null))
            yield return new(nameof(record.PublishedOn), Message.Of($"Donnez la date de publication en ligne : l’enregistrement prend effet ce jour-là (art. R. 6113-12)."));
    }

    private static IEnumerable<RecordProblem> Order(RegistrationRecord record, DateOnly today)
    {
        if (record.DecidedOn > today) yield return new(nameof(record.DecidedOn), Message.Of($"La décision est à venir : enregistrez-la quand elle sera prise."));
        if (record.PublishedOn > today) yield return new(nameof(record.PublishedOn), Message.Of($"La publication est à venir : enregistrez-la quand elle aura eu lieu."));
        if (record.PublishedOn < record.DecidedOn) yield return new(nameof(record.PublishedOn), Message.Of($"La publication ne peut pas précéder la décision : vérifiez les deux dates."));
        if (record.EndsOn < record.EffectiveOn) yield return new(nameof(record.EndsOn), Message.Of($"La fin ne peut pas précéder la prise d’effet : vérifiez les deux dates."));
        if (record.DeliveryDeadline < record.EndsOn)
            yield return new(nameof(record.DeliveryDeadline), Message.Of($"La dernière date de délivrance ne peut pas précéder la fin de l’enregistrement."));
        if (!PrecedesReform(record) && record.EffectiveOn is { } start && record.EndsOn > LatestEnd(start))
            yield return new(nameof(record.EndsOn), Message.Of($"Un enregistrement dure {Registration.MaxYears} ans au plus (art. L. 6113-5) : la fin ne peut pas dépasser le {LatestEnd(start)}."));
    }

    private static IEnumerable<RecordProblem> Level(RegistrationRecord record, RegistrationRecord? was)
    {
        if (record.Level is < 1 or > 8) yield return new(nameof(record.Level), Message.Of($"Un niveau va de 1 à 8."));
        if (record.Number.Register == Register.Rs)
        {
            if (record.Level is not null) yield return new(nameof(record.Level), Message.Of($"Le répertoire spécifique ne donne pas de niveau (art. L. 6113-6) : laissez ce champ vide."));
        }
        else if (PrecedesReform(record))
        {
            if (record.Level is not null) yield return new(nameof(record.Level), Message.Of($"Un CQP enregistré avant 2019 n’a pas de niveau : laissez ce champ vide."));
        }
        else if (record.Level is null && (was is null || was.Level is not null))
        {
            yield return new(nameof(record.Level), Message.Of($"Donnez le niveau : depuis 2019, un enregistrement au RNCP en a un."));
        }
    }

    private static IEnumerable<RecordProblem> Incidents(RegistrationRecord record)
    {
        if (record.WithdrawnOn is { } day && (day < record.EffectiveOn || day > record.EndsOn))
            yield return new(nameof(record.WithdrawnOn), Message.Of($"Le retrait a lieu pendant que l’enregistrement court : vérifiez la date."));
        if (record.Suspensions.Any(period => period.From < record.EffectiveOn || period.From > record.EndsOn))
            yield return new(nameof(record.Suspensions), Message.Of($"Une suspension commence pendant que l’enregistrement court : vérifiez la date."));
        if (record.Suspensions.Where((period, place) => record.Suspensions.Take(place).Any(period.Overlaps)).Any())
            yield return new(nameof(record.Suspensions), Message.Of($"L’enregistrement est déjà suspendu pendant une partie de ces jours."));
    }

    private static DateOnly LatestEnd(DateOnly start) => start.AddYears(Registration.MaxYears);

    private static bool PrecedesReform(RegistrationRecord record) =>
        (record.DecidedOn ?? record.EffectiveOn ?? record.EndsOn.AddYears(-Registration.MaxYears)) < Registration.ReformDay;
}
