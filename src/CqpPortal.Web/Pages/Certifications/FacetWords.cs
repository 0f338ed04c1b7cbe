using CqpPortal.Database.Search;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The facets and their values in words.</summary>
internal static class FacetWords
{
    public static readonly IReadOnlyList<(string Name, string Legend)> Groups =
    [
        ("recognition", "Reconnaissance aujourd’hui"),
        ("cpf", "Financement"),
        ("vae", "Expérience"),
        ("state", "État"),
        ("branch", "Branche"),
        ("level", "Niveau"),
        ("kind", "Type"),
        ("route", "Voie d’accès"),
        ("domain", "Famille de métiers"),
    ];

    private static readonly Dictionary<string, string> Values = new()
    {
        ["recognition:rncp"] = "Partout (RNCP)",
        ["recognition:rs"] = "Répertoire spécifique",
        ["recognition:branch"] = "Dans la branche seulement",
        ["recognition:expired"] = "Enregistrement terminé",
        ["recognition:abolished"] = "Supprimée",
        ["recognition:none"] = "Pas encore transmise",
        ["state:active"] = "En vigueur",
        ["state:ending"] = "Prend fin d’ici 12 mois",
        ["state:expired"] = "Terminée",
        ["state:abolished"] = "Supprimée",
        ["cpf:true"] = "CPF possible aujourd’hui",
        ["vae:true"] = "Ouverte à la VAE",
        ["kind:cqp"] = "CQP",
        ["kind:cqpi"] = "CQPI, entre branches",
        ["level:none"] = "Sans niveau",
    };

    /// <summary>The words of one value of one facet.</summary>
    public static string Of(string facet, FacetCount value) => value.Label ?? Of(facet, value.Value);

    public static string Of(string facet, string value)
    {
        if (Values.GetValueOrDefault($"{facet}:{value}") is { } words) return words;
        if (facet == "level" && int.TryParse(value, out var level)) return $"Niveau {value}, {RecognitionWords.Equivalent(level)}";
        if (facet == "route") return RecognitionWords.Route(FacetValues.Route.First(route => route.Value == value).Key);
        return value;
    }
}
