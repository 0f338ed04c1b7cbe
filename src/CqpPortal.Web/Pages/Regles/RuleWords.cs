using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Regles;

/// <summary>What surrounds the sentence of a rule, in the language of the page.</summary>
internal static class RuleWords
{
    public static (string Anchor, string Name) Of(RuleTopic topic) => topic switch
    {
        RuleTopic.Cpf => ("cpf", Say("Ce que le CPF peut payer")),
        RuleTopic.Payment => ("payer", Say("Ce que vous payez")),
        RuleTopic.Vae => ("vae", Say("La VAE")),
        RuleTopic.Worth => ("valeur", Say("Valeur et reconnaissance")),
        _ => ("voies", Say("Les voies pour préparer un CQP")),
    };

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.High => Say("Fiabilité haute"),
        Confidence.Medium => Say("Fiabilité moyenne"),
        _ => Say("Fiabilité basse : à vérifier"),
    };

    /// <summary><c>depuis le 1er janvier 2019</c>, <c>du 2 mai 2024 au 31 décembre 2024</c>, and for what is still to come <c>à partir du…</c>.</summary>
    public static string Of(ValidityPeriod period, DateOnly day) => period switch
    {
        { Until: { } until } => Say($"du {period.From.InWords()} au {until.InWords()}"),
        _ when period.From > day => Say($"à partir du {period.From.InWords()}"),
        _ => Say($"depuis le {period.From.InWords()}"),
    };

    /// <summary>What the figure of a series fixes; a series that is not here is named by its rule.</summary>
    public static string Fixes(DatedRule rule) => rule.Series switch
    {
        "contribution" => Say("Participation du titulaire à une formation payée par le CPF"),
        "K1" => Say("Droits du CPF au répertoire spécifique, au plus"),
        "experience" => Say("Expérience demandée pour une VAE"),
        "V6" => Say("Dossiers de VAE par an sur une même certification"),
        "V6-others" => Say("Dossiers de VAE par an sur des certifications différentes"),
        "V7" => Say("Délai du certificateur pour répondre à un dossier de VAE"),
        "c.6-ptp-seniority" => Say("Ancienneté pour un projet de transition, en CDI"),
        _ => Say($"Règle {rule.Id}"),
    };

    /// <summary>The figures of a row: what the table of amounts follows over time.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(RuleParameters parameters)
    {
        if (parameters.Amount is { } amount) yield return (Say("Montant"), amount.InEuros());
        if (parameters.Cap is { } cap) yield return (Say("Plafond"), cap.InEuros());
        if (parameters.Months is { } months) yield return (Say("Durée"), Months(months));
        if (parameters.MonthsOfDecree is { } decree) yield return (Say("Durée selon le décret"), Months(decree));
        if (parameters.Files is { } files) yield return (Say("Nombre"), Written.Count(files, "dossier"));
    }

    /// <summary>Figures and lists of a row: what a change puts side by side.</summary>
    public static IEnumerable<(string Name, string Value)> Contents(RuleParameters parameters)
    {
        foreach (var figure in Figures(parameters)) yield return figure;
        if (parameters.Registers.Count > 0) yield return (Say("Répertoires"), Written.List([.. parameters.Registers.Select(register => register == Register.Rncp ? "RNCP" : Say("répertoire spécifique"))]));
        if (parameters.Situations.Count > 0) yield return (Say("Situations"), Written.List([.. parameters.Situations.Select(situation => SituationWords.Of(situation).In(Written.PageLanguage))]));
        if (parameters.TopUps.Count > 0) yield return (Say("Compléments"), Written.List([.. parameters.TopUps.Select(source => SituationWords.Of(source).In(Written.PageLanguage))]));
    }

    public static string Of(RuleChange change) => change switch
    {
        { Before: null, After: null } => Say("De passage"),
        { Before: null } => Say("Nouvelle"),
        { After: null } => Say("Plus en vigueur"),
        _ => Say("Remplacée"),
    };

    /// <summary>Figures, and between two rows lists as well, that are not the same on both sides.</summary>
    public static IEnumerable<(string Name, string? Before, string? After)> Differences(RuleChange change)
    {
        var isReplaced = change is { Before: not null, After: not null };
        Dictionary<string, string> Of(DatedRule? rule) => (rule is null ? [] : isReplaced ? Contents(rule.Parameters) : Figures(rule.Parameters)).ToDictionary(content => content.Name, content => content.Value);
        var (before, after) = (Of(change.Before), Of(change.After));
        return from name in before.Keys.Union(after.Keys)
               let was = before.GetValueOrDefault(name)
               let becomes = after.GetValueOrDefault(name)
               where was != becomes
               select (name, was, becomes);
    }

    private static string Months(int months) => months == 0 ? Say("aucune") : Written.Count(months, "mois", "mois");
}
