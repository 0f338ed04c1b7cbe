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
        asked.Block is null ? null : $"bloc {asked.Block} seul",
        asked.OrderDate is not null && asked.OrderDate == asked.StartDate ? $"commande et entrée en formation le {asked.OrderDate.Value.InWords()}" : Day("commande le", asked.OrderDate),
        asked.OrderDate == asked.StartDate ? null : Day("entrée en formation le", asked.StartDate),
        Day("fin de la formation le", asked.FinishedOn),
        Day("le", asked.Date),
        Day("dossier de VAE déposé le", asked.ApplicationDate),
        asked.ExperienceMonths is { } months ? $"{months.Grouped()} mois d’expérience" : null,
        Day("dossier reçu le", asked.ReceivedOn),
        Day("recevable le", asked.AdmissibleOn),
        Day("jury le", asked.JuryOn),
        Count(asked.FilesThisYear, "dossier déjà déposé cette année pour cette certification", "dossiers déjà déposés cette année pour cette certification"),
        Count(asked.OtherFilesThisYear, "dossier déjà déposé cette année pour d’autres", "dossiers déjà déposés cette année pour d’autres"),
        Day("entrée en formation le", asked.StartedOn),
        Day("certificat obtenu le", asked.AwardedOn),
        // Of a VAE, the day counts the certifier's silence only.
        asked.ApplicationDate is null ? Day("le", asked.Day) : asked.ReceivedOn is null ? null : Day("sans réponse au", asked.Day),
        asked.Situation is null ? null : SituationWords.Of(ParameterValues.Situations[asked.Situation]).Fr,
        asked.SeniorityMonths is { } seniority ? $"{seniority.Grouped()} mois d’ancienneté" : null,
        Choice(asked.ChangesJob, "pour changer de métier", "sans changer de métier"),
        asked.Branch is null ? null : $"branche {asked.Branch}",
        asked.Region is null ? null : $"région {asked.Region}",
        Euros("prix de", asked.Price),
        Euros("solde de", asked.Balance),
        Euros("complément de", asked.TopUp),
        asked.TopUpFrom is null ? null : $"complément versé par {SituationWords.Of(ParameterValues.TopUps[asked.TopUpFrom]).Fr}",
        Euros("frais de jury de", asked.JuryFee),
        Choice(asked.OnFranceVae, "certification présente sur France VAE", "certification absente de France VAE"),
        Choice(asked.RegisteredOnFranceVae, "parcours inscrit sur France VAE", "parcours pas encore inscrit sur France VAE"),
        asked.ProviderSiret is null ? null : $"organisme {asked.ProviderSiret}",
        Choice(asked.BlocksDeclared, "blocs renseignés dans l’offre", "blocs non renseignés dans l’offre"),
        asked.HeldBlocks switch { null => null, [] => "aucune certification déjà obtenue", var held => $"déjà obtenu : {Written.List(held)}" },
    ];

    private static string? Day(string words, DateOnly? day) => day is { } told ? $"{words} {told.InWords()}" : null;

    private static string? Euros(string words, decimal? euros) => euros is { } told ? $"{words} {told.InEuros()}" : null;

    private static string? Count(int? number, string one, string several) => number is { } told ? Written.Count(told, one, several) : null;

    private static string? Choice(bool? told, string yes, string no) => told switch { null => null, true => yes, false => no };
}
