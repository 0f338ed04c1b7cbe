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
        // One certification of each recognition, and the table of the frameworks in its three readings.
        "/certifications/soudeur-chaudronnier-d-atelier", "/certifications/soudeur-chaudronnier-d-atelier?lire=competence",
        "/certifications/soudeur-chaudronnier-d-atelier?lire=evaluation", "/certifications/intervenir-en-espace-confine",
        "/certifications/vendeur-conseil-negoce-de-materiaux", "/certifications/conducteur-de-presse-a-injecter", "/certifications/toleur-formeur-en-aeronautique",
        "/certifications/technicien-de-fabrication-additive", "/certifications/agent-de-traitement-de-surface", "/certifications/operateur-de-maintenance-de-premier-niveau",
        OtherFiche, "/introuvable",
        // Where a proof is found again, and a code that is none.
        "/preuve", "/preuve?code=rien",
    ];
}
