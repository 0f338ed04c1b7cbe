using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Parcours;

namespace CqpPortal.Web.Pages.MonProjet;

/// <summary>A certification that fits the project, with every way to it for this person.</summary>
/// <param name="Ways">As the page of the ways answers them, those that the wish asks for first.</param>
/// <param name="HasNoExperience">They told that they have never done the job: a VAE, open by law, has nothing to validate.</param>
internal sealed record Fit(CatalogueItem Item, KnownCertification Known, IReadOnlyList<ShownWay> Ways, bool HasNoExperience)
{
    public IReadOnlyList<ShownWay> Open => [.. Ways.Where(way => (way.Part.Verdict is "eligible" or "eligible-under-conditions") && !IsVaeWithout(way))];

    public IReadOnlyList<ShownWay> Unknown => [.. Ways.Where(way => way.Part.Verdict == "undetermined" && !IsVaeWithout(way))];

    public IReadOnlyList<ShownWay> Closed => [.. Ways.Where(way => way.Part.Verdict == "not-eligible" || IsVaeWithout(way))];

    /// <summary>Whom to call first: of the first way that is open, else of the first that may be.</summary>
    public ShownWay? First => Open.Concat(Unknown).FirstOrDefault();

    /// <summary>Why a way is closed to this person.</summary>
    public static string Why(ShownWay way) => way.Part.Verdict == "not-eligible"
        ? string.Join(" ", way.Sentences)
        : Say("La VAE reconnaît ce que vous avez déjà fait : vous avez dit n’avoir jamais exercé ce métier.");

    /// <summary>Ways in the order that serves a wish.</summary>
    public static IReadOnlyList<ShownWay> Ordered(WaysDocument document, string? wish, string? experience)
    {
        string[] first = wish switch
        {
            "emploi" => ["poe", "contrat-pro", "aif", "cpf"],
            "changer" => ["ptp", "reconversion", "cpf", "contrat-pro"],
            "valider" => ["vae"],
            "evoluer" => ["plan", "pro-a", "cpf"],
            _ => experience == "assez" ? ["vae"] : [],
        };
        return [.. document.Routes.OrderBy(way => Array.IndexOf(first, way.Id) is var place and >= 0 ? place : first.Length).Select(way => new ShownWay(way, document.Question))];
    }

    private bool IsVaeWithout(ShownWay way) => HasNoExperience && way.Part.Id == "vae";
}
