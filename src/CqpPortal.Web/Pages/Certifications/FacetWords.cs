using CqpPortal.Database.Search;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The facets and their values in words.</summary>
internal static class FacetWords
{
    public static IReadOnlyList<(string Name, string Legend)> Groups() =>
    [
        ("recognition", Say("Reconnaissance aujourd’hui")),
        ("cpf", Say("Financement")),
        ("vae", Say("Expérience")),
        ("state", Say("État")),
        ("branch", Say("Branche")),
        ("level", Say("Niveau")),
        ("kind", Say("Type")),
        ("route", Say("Voie d’accès")),
        ("domain", Say("Famille de métiers")),
    ];

    /// <summary>The words of one value of one facet.</summary>
    public static string Of(string facet, FacetCount value) => value.Label ?? Of(facet, value.Value);

    public static string Of(string facet, string value)
    {
        if (Known($"{facet}:{value}") is { } words) return words;
        if (facet == "level" && int.TryParse(value, out var level)) return Say($"Niveau {value}, {RecognitionWords.Equivalent(level)}");
        if (facet == "route") return RecognitionWords.Route(FacetValues.Route.First(route => route.Value == value).Key);
        return value;
    }

    private static string? Known(string value) => value switch
    {
        "recognition:rncp" => Say("Partout (RNCP)"),
        "recognition:rs" => Say("Répertoire spécifique"),
        "recognition:branch" => Say("Dans la branche seulement"),
        "recognition:expired" => Say("Enregistrement terminé"),
        "recognition:abolished" => Say("Supprimée"),
        "recognition:none" => Say("Pas encore transmise"),
        "state:active" => Say("En vigueur"),
        "state:ending" => Say("Prend fin d’ici 12 mois"),
        "state:expired" => Say("Terminée"),
        "state:abolished" => Say("Supprimée"),
        "cpf:true" => Say("CPF possible aujourd’hui"),
        "vae:true" => Say("Ouverte à la VAE"),
        "kind:cqp" => Say("CQP"),
        "kind:cqpi" => Say("CQPI, entre branches"),
        "level:none" => Say("Sans niveau"),
        _ => null,
    };
}
