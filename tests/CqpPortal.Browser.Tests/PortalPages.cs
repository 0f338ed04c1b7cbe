using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>Every kind of page, in its normal state and in its empty or error state.</summary>
internal static class PortalPages
{
    /// <summary>A fiche that is no CQP, as <see cref="DemonstrationSite"/> stores it.</summary>
    public const string OtherFiche = "/registres/RNCP88001";

    private const string WrongQuestion = "/cpf?code=RNCP99002&startDate=hier&price=environ&situation=roi";
    private const string UnknownCode = "/cpf?code=soudeur%20chaudronnier";
    private const string FicheOfNoCqp = "/cpf?code=RNCP88001";
    private const string WrongDuration = "/cpf/a-temps?code=RNCP99001&duration=longtemps&unit=months";

    /// <summary>What a page that says what went wrong answers with; the others with 200.</summary>
    public static IReadOnlyDictionary<string, int> Errors { get; } = new Dictionary<string, int>
    {
        ["/introuvable"] = 404,
        [WrongQuestion] = 400,
        [UnknownCode] = 404,
        [FicheOfNoCqp] = 404,
        [WrongDuration] = 400,
    };

    public static TheoryData<string> All { get; } =
    [
        // Home, lists, nothing found, a correction, a number of two fiches, filters that mean nothing or leave nothing.
        "/", "/certifications", "/certifications?q=chaudronnier", "/certifications?q=zzzzzz", "/certifications?q=chaudronier", "/certifications?q=99001",
        "/certifications?kind=nonsense", "/certifications?q=soudeur&recognition=rs&kind=cqpi&branch=44", "/certifications?branch=3248&sort=title",
        // One certification of each recognition, and the table of the frameworks in its three readings.
        "/certifications/soudeur-chaudronnier-d-atelier", "/certifications/soudeur-chaudronnier-d-atelier?lire=competence",
        "/certifications/soudeur-chaudronnier-d-atelier?lire=evaluation", "/certifications/intervenir-en-espace-confine",
        "/certifications/vendeur-conseil-negoce-de-materiaux", "/certifications/conducteur-de-presse-a-injecter", "/certifications/toleur-formeur-en-aeronautique",
        "/certifications/technicien-de-fabrication-additive", "/certifications/agent-de-traitement-de-surface", "/certifications/operateur-de-maintenance-de-premier-niveau",
        OtherFiche, "/introuvable",
        // The CPF: nothing asked yet, each verdict, who pays with a third party, what is to be corrected, a code that names nothing or no CQP.
        "/cpf", "/cpf?code=RNCP99002&price=3000&balance=5000", "/cpf?code=RS99001&orderDate=2026-11-24&price=3000&balance=2400&topUp=300&topUpFrom=region", "/cpf?code=RNCP99001&price=900&balance=5000",
        "/cpf?code=RNCP99002&heldBlocks=RNCP99002BC01", "/cpf?code=DEMO-A", WrongQuestion, UnknownCode, FicheOfNoCqp,
        "/cpf/a-temps", "/cpf/a-temps?code=RNCP99001&startDate=2026-06-15&duration=9&unit=months", WrongDuration,
        // Where a proof is found again, and a code that is none.
        "/preuve", "/preuve?code=rien",
    ];
}
