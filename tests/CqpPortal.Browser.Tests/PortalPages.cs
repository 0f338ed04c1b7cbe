using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>Every kind of page, in its normal state and in its empty or error state.</summary>
internal static class PortalPages
{
    /// <summary>A fiche that is no CQP, as <see cref="DemonstrationSite"/> stores it.</summary>
    public const string OtherFiche = "/registres/RNCP88001";

    public static TheoryData<string> All { get; } =
    [
        // Home, lists, nothing found, a correction, a number of two fiches, filters that mean nothing or leave nothing.
        "/", "/certifications", "/certifications?q=chaudronnier", "/certifications?q=zzzzzz", "/certifications?q=chaudronier", "/certifications?q=99001",
        "/certifications?kind=nonsense", "/certifications?q=soudeur&recognition=rs&kind=cqpi&branch=44", "/certifications?branch=3248&sort=title",
        // One certification of each recognition, and the table of the frameworks in its four readings.
        "/certifications/soudeur-chaudronnier-d-atelier", "/certifications/soudeur-chaudronnier-d-atelier?lire=competence",
        "/certifications/soudeur-chaudronnier-d-atelier?lire=evaluation", "/certifications/soudeur-chaudronnier-d-atelier?lire=couverture", "/certifications/intervenir-en-espace-confine",
        "/certifications/vendeur-conseil-negoce-de-materiaux", "/certifications/conducteur-de-presse-a-injecter", "/certifications/toleur-formeur-en-aeronautique",
        "/certifications/technicien-de-fabrication-additive", "/certifications/agent-de-traitement-de-surface", "/certifications/operateur-de-maintenance-de-premier-niveau",
        OtherFiche,
        // Rules of today, of a day of the old law, and much that changes; ways, VAE and recognition: first visit and answers.
        "/regles", "/regles?day=2017-03-01&from=2017-01-01&to=2026-11-24", "/parcours", "/parcours?code=RNCP99002", "/parcours?code=DEMO-A&situation=job-seeker",
        "/vae", "/vae?code=RNCP99002&price=1500&juryFee=300&balance=1200&onFranceVae=false", "/vae?code=DEMO-A", "/vae?code=RNCP99001&applicationDate=2026-08-03",
        "/reconnu", "/reconnu?code=DEMO-A&branch=metallurgie", "/reconnu?code=DEMO-I",
        // The CPF: nothing asked yet, each verdict, who pays with a third party; the dates side by side.
        "/cpf", "/cpf?code=RNCP99002&price=3000&balance=5000", "/cpf?code=RS99001&orderDate=2026-11-24&price=3000&balance=2400&topUp=300&topUpFrom=region", "/cpf?code=RNCP99001&price=900&balance=5000",
        "/cpf?code=RNCP99002&heldBlocks=RNCP99002BC01", "/cpf?code=DEMO-A", "/cpf/a-temps", "/cpf/a-temps?code=RNCP99001&startDate=2026-06-15&duration=9&unit=months",
        // A list to check; its answers are in the tests of lists.
        "/cpf/lot",
        // The guide and its words.
        "/guide", "/glossaire",
        // The catalogue in figures.
        "/chiffres",
        // Compared: nothing yet, one, two, four, too many, what nobody knows; a list: empty, of two, of what nobody knows.
        "/comparer", "/comparer?c=soudeur-chaudronnier-d-atelier", "/comparer?c=soudeur-chaudronnier-d-atelier&c=intervenir-en-espace-confine",
        "/comparer?c=soudeur-chaudronnier-d-atelier&c=intervenir-en-espace-confine&c=toleur-formeur-en-aeronautique&c=technicien-de-fabrication-additive",
        "/ma-liste", "/ma-liste?c=soudeur-chaudronnier-d-atelier&c=intervenir-en-espace-confine",
        // The orientation: first question, one with answers, the last, a result, nothing for a trade; what one can do.
        "/mon-projet", "/mon-projet?etape=metier&situation=employee", "/mon-projet?etape=cas&situation=employee&metier=soudeur",
        "/mon-projet?etape=resultat&situation=job-seeker&metier=soudeur&souhait=emploi", "/mon-projet?etape=resultat&metier=zzzzzz",
        "/mon-projet/ce-que-je-sais-faire", "/mon-projet/ce-que-je-sais-faire?tache=souder%20%C3%A0%20plat%0Alire%20un%20plan%20de%20fabrication",
        // What is wrong on a page, and the pages of the law.
        "/signaler", "/signaler?page-signalee=%2Fcertifications%2Fsoudeur-chaudronnier-d-atelier", "/signaler?fait=envoye", "/contact", "/accessibilite", "/mentions-legales", "/confidentialite",
        // Where a proof is found again.
        "/preuve",
        .. Refused.Keys,
    ];

    /// <summary>The same pages under both languages' addresses.</summary>
    public static TheoryData<string> InBothLanguages { get; } = [.. All.Select(page => page.Data), .. All.Select(page => ("/en" + page.Data).TrimEnd('/'))];

    /// <summary>What is answered by an error: an answer to correct, or a code that names nothing.</summary>
    public static int StatusOf(string address) => Refused.GetValueOrDefault(address.StartsWith("/en/", StringComparison.Ordinal) ? address["/en".Length..] : address, 200);

    private static IReadOnlyDictionary<string, int> Refused => new Dictionary<string, int>
    {
        ["/introuvable"] = 404,
        ["/mon-projet?etape=resultat&situation=roi"] = 400,
        ["/comparer?c=soudeur-chaudronnier-d-atelier&c=soudeur%20chaudronnier"] = 404,
        ["/comparer?c=RNCP99001&c=RS99001&c=DEMO-A&c=DEMO-I&c=toleur-formeur-en-aeronautique"] = 400,
        ["/ma-liste?c=rien"] = 404,
        ["/cpf/lot/0123456789abcdef0123456789abcdef"] = 404,
        ["/preuve?code=rien"] = 400,
        ["/regles?day=hier&from=2026-02-02&to=2026-02-01"] = 400,
        ["/cpf?code=RNCP99002&startDate=hier&price=environ&situation=roi"] = 400,
        ["/cpf?code=soudeur%20chaudronnier"] = 404,
        ["/cpf?code=RNCP88001"] = 404,
        ["/cpf/a-temps?code=RNCP99001&duration=longtemps&unit=months"] = 400,
        ["/parcours?code=RNCP99002&situation=king&seniorityMonths=-1"] = 400,
        ["/parcours?code=zzzzzz"] = 404,
        ["/vae?code=RNCP99002&price=cher&block=BC99&juryOn=hier"] = 400,
        ["/vae?code=RNCP88001"] = 404,
        ["/reconnu?code=DEMO-A&branch=batiment"] = 400,
        ["/reconnu?code=soudeur"] = 404,
    };
}
