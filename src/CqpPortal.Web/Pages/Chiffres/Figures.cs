using System.Globalization;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;

namespace CqpPortal.Web.Pages.Chiffres;

/// <summary>The figures of the page, in the language of the page.</summary>
internal static class Figures
{
    private static (string, string) Certifications => (Say("Certifications"), "rncp");

    private static (string, string) InRncp => ("RNCP", "rncp");

    private static (string, string) InRs => (Say("Répertoire spécifique"), "rs");

    public static IReadOnlyList<Figure> All(CatalogueFigures read) => [Recognition(read), Levels(read), Branches(read), Ends(read), Vae(read), Cqpi(read)];

    private static Figure Recognition(CatalogueFigures read) => new("reconnaissance", Say("Ce qu’elles valent aujourd’hui"), Say("Reconnaissance"), [Certifications],
    [
        .. from one in read.Recognitions
           where one.Count > 0
           let value = FacetValues.Recognition[one.Status]
           select new FigureLine(value, FacetWords.Of("recognition", value), one.Count)
           {
               Address = $"/certifications?recognition={value}",
               Tone = one.Status switch { RecognitionStatus.Rncp => "rncp", RecognitionStatus.Rs => "rs", RecognitionStatus.Branch => "copper", _ => "stone" },
           },
    ]);

    private static Figure Branches(CatalogueFigures read) => new("branches", Say("Par branche"), Say("Branche"),
        [InRncp, InRs, (Say("Dans la branche seulement"), "copper"), (Say("Plus en vigueur, ou pas encore"), "stone")],
        [.. read.Branches.Select(one => new FigureLine(one.Branch.Idcc, one.Branch.Name, one.Rncp, one.Rs, one.BranchOnly, one.Others) { IsFrench = true, Address = $"/certifications?branch={one.Branch.Idcc}" })]);

    private static Figure Levels(CatalogueFigures read) => new("niveaux", Say("Par niveau"), Say("Niveau"), [Certifications],
    [
        .. from one in read.Levels
           let value = one.Level?.ToString() ?? FacetValues.NoLevel
           select new FigureLine(value, FacetWords.Of("level", value), one.Count) { Address = $"/certifications?recognition=rncp&level={value}" },
    ]);

    private static Figure Ends(CatalogueFigures read) => new("fins", Say("Fins d’enregistrement des 24 mois à venir"), Say("Mois"), [InRncp, InRs],
        [.. read.Ends.Select(one => new FigureLine(one.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), one.Month.ToString("MMMM yyyy", Culture), one.Rncp, one.Rs))]);

    private static Figure Vae(CatalogueFigures read) => new("vae", Say("Ouvertes à la VAE"), Say("Au RNCP"), [Certifications],
    [
        new FigureLine("open", Say("Ouvertes à la VAE"), read.OpenToVae) { Address = "/certifications?vae=true" },
        new FigureLine("other", Say("Sans VAE, ou la fiche n’en dit rien"), read.InRncp - read.OpenToVae),
    ]);

    private static Figure Cqpi(CatalogueFigures read) => new("cqpi", Say("Les CQPI : quelles branches partagent quoi"), "CQPI", [(Say("Nombre de branches"), "rncp")],
    [
        .. read.SharedCertifications.Select(one => new FigureLine(one.Slug, one.Title, one.Branches.Count)
        {
            IsFrench = true, Address = $"/certifications/{one.Slug}", Detail = string.Join(" ; ", one.Branches.Select(branch => branch.Name)),
        }),
    ])
    {
        Detail = Say("Branches"),
    };
}
