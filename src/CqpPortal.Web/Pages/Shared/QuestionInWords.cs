using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>A question as it was understood, in words, whatever its kind.</summary>
internal static class QuestionInWords
{
    /// <summary>What was asked beside the certification, part by part.</summary>
    public static IReadOnlyList<string> Of(AskedQuestion asked) => [.. Parts(asked).OfType<string>()];

    /// <summary>The same as one sentence.</summary>
    public static string Sentence(AskedQuestion asked)
    {
        var parts = string.Join(", ", Of(asked));
        return parts.Length == 0 ? "" : char.ToUpper(parts[0], Written.Culture) + parts[1..] + ".";
    }

    private static IEnumerable<string?> Parts(AskedQuestion asked) =>
    [
        asked.Block is null ? null : Say($"bloc {asked.Block} seul"),
        asked.OrderDate is not null && asked.OrderDate == asked.StartDate ? Say($"commande et entrée en formation le {asked.OrderDate.Value.InWords()}") : asked.OrderDate is { } orderDate ? Say($"commande le {orderDate.InWords()}") : null,
        asked.OrderDate == asked.StartDate ? null : asked.StartDate is { } startDate ? Say($"entrée en formation le {startDate.InWords()}") : null,
        asked.FinishedOn is { } finishedOn ? Say($"fin de la formation le {finishedOn.InWords()}") : null,
        asked.Date is { } date ? Say($"le {date.InWords()}") : null,
        asked.ApplicationDate is { } applicationDate ? Say($"dossier de VAE déposé le {applicationDate.InWords()}") : null,
        asked.ExperienceMonths is { } months ? Say($"{months.Grouped()} mois d’expérience") : null,
        asked.ReceivedOn is { } receivedOn ? Say($"dossier reçu le {receivedOn.InWords()}") : null,
        asked.AdmissibleOn is { } admissibleOn ? Say($"recevable le {admissibleOn.InWords()}") : null,
        asked.JuryOn is { } juryOn ? Say($"jury le {juryOn.InWords()}") : null,
        Count(asked.FilesThisYear, "dossier déjà déposé cette année pour cette certification", "dossiers déjà déposés cette année pour cette certification"),
        Count(asked.OtherFilesThisYear, "dossier déjà déposé cette année pour d’autres", "dossiers déjà déposés cette année pour d’autres"),
        asked.StartedOn is { } startedOn ? Say($"entrée en formation le {startedOn.InWords()}") : null,
        asked.AwardedOn is { } awardedOn ? Say($"certificat obtenu le {awardedOn.InWords()}") : null,
        // Of a VAE, the day counts the certifier's silence only.
        asked.ApplicationDate is null ? asked.Day is { } day ? Say($"le {day.InWords()}") : null : asked.ReceivedOn is null ? null : asked.Day is { } until ? Say($"sans réponse au {until.InWords()}") : null,
        asked.Situation is null ? null : SituationWords.Of(ParameterValues.Situations[asked.Situation]).In(Written.PageLanguage),
        asked.SeniorityMonths is { } seniority ? Say($"{seniority.Grouped()} mois d’ancienneté") : null,
        Choice(asked.ChangesJob, Say("pour changer de métier"), Say("sans changer de métier")),
        Choice(asked.YoungOrOnBenefits, Say("16 à 25 ans, RSA, ASS ou AAH"), Say("ni 16 à 25 ans, ni RSA, ASS ou AAH")),
        asked.Branch is null ? null : Say($"branche {asked.Branch}"),
        asked.Region is null ? null : Say($"région {asked.Region}"),
        asked.Price is { } price ? Say($"prix de {price.InEuros()}") : null,
        asked.Balance is { } balance ? Say($"solde de {balance.InEuros()}") : null,
        asked.TopUp is { } topUp ? Say($"complément de {topUp.InEuros()}") : null,
        asked.TopUpFrom is null ? null : Say($"complément versé par {SituationWords.Of(ParameterValues.TopUps[asked.TopUpFrom]).In(Written.PageLanguage)}"),
        asked.JuryFee is { } juryFee ? Say($"frais de jury de {juryFee.InEuros()}") : null,
        Choice(asked.OnFranceVae, Say("certification présente sur France VAE"), Say("certification absente de France VAE")),
        Choice(asked.RegisteredOnFranceVae, Say("parcours inscrit sur France VAE"), Say("parcours pas encore inscrit sur France VAE")),
        asked.ProviderSiret is null ? null : Say($"organisme {asked.ProviderSiret}"),
        Choice(asked.BlocksDeclared, Say("blocs renseignés dans l’offre"), Say("blocs non renseignés dans l’offre")),
        asked.HeldBlocks switch { null => null, [] => Say("aucune certification déjà obtenue"), var held => Say($"déjà obtenu : {Written.List(held)}") },
    ];

    private static string? Count(int? number, string one, string several) => number is { } told ? Written.Count(told, one, several) : null;

    private static string? Choice(bool? told, string yes, string no) => told switch { null => null, true => yes, false => no };
}
