using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Wording;

/// <summary>The end of a registration, said sooner to those who decide than to those who train, and louder as it comes near.</summary>
public static class RenewalWords
{
    /// <summary>What a page for everybody adds to a running registration; null as long as the end is far.</summary>
    /// <returns>Tone of the note, its title and what to do.</returns>
    public static (string Tone, string Title, string Text)? Notice(RenewalLadder ladder, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        var entry = ladder.Registration.Number.Register == Register.Rncp
            ? Say($"Qui entre en formation, ou est admis à la VAE, jusqu’au {ladder.EndsOn.InWords()} garde le bénéfice de l’enregistrement (art. L. 6113-9 du code du travail).")
            : Say($"Qui entre en formation jusqu’au {ladder.EndsOn.InWords()} garde le bénéfice de l’enregistrement (art. L. 6113-9 du code du travail).");
        return ladder.StepOn(day)?.Months switch
        {
            null => null,
            18 or 12 => ("ended", Say("Aucun renouvellement n’est connu à ce jour"), entry),
            6 => ("if", Say("Aucun renouvellement n’est connu à ce jour"),
                Say($"L’instruction d’une demande dure environ {RenewalLadder.MonthsOfExamination} mois : une interruption est possible. Renseignez-vous auprès de la commission paritaire avant de vous engager. {entry}")),
            _ => ("if", Say($"Fin {In(ladder.DaysLeft(day))}, sans renouvellement connu"),
                Say($"Renseignez-vous auprès de la commission paritaire avant de vous engager : une formation commencée après cette date ne serait plus couverte par ce numéro. {entry}")),
        };
    }

    /// <summary><c>dans 52 jours</c>, <c>demain</c>, <c>aujourd’hui</c>.</summary>
    public static string In(int days) => days switch
    {
        0 => Say("aujourd’hui"),
        1 => Say("demain"),
        _ => Say($"dans {Written.Count(days, "jour")}"),
    };

    /// <summary><c>dans 52 jours</c>, <c>dans 8 mois</c>.</summary>
    public static string TimeLeft(RenewalLadder ladder, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        return ladder.DaysLeft(day) < 2 ? In(ladder.DaysLeft(day)) : Say($"dans {day.DurationTo(ladder.EndsOn)}");
    }

    /// <summary>What the committee had better do at that step.</summary>
    public static string ToDo(RenewalStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Months switch
        {
            18 => Say("Décidez en commission s’il est renouvelé, et réunissez les chiffres d’insertion."),
            12 => Say($"Préparez la demande : son instruction dure environ {RenewalLadder.MonthsOfExamination} mois."),
            6 => Say($"Si la demande n’est pas déposée, déposez-la maintenant : l’instruction dure environ {RenewalLadder.MonthsOfExamination} mois."),
            3 => Say("Prévenez les organismes de formation et les candidats si aucun renouvellement n’est décidé."),
            _ => Say("Dites aux candidats ce que devient leur parcours."),
        };
    }
}
