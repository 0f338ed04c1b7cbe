using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Vae;

/// <summary>The question on the VAE as a form.</summary>
/// <param name="Typed">What was typed, or understood.</param>
/// <param name="Registration">The registration that the question is about, once it is known.</param>
internal sealed record VaeForm(TypedForm Typed, Registration? Registration)
{
    public static TypedForm Empty { get; } = new("/vae", new Dictionary<string, string>
    {
        ["code"] = "Code ou titre de la certification",
        ["applicationDate"] = "Dépôt du dossier",
        ["experienceMonths"] = "Mois d’expérience dans le métier",
        ["block"] = "Bloc visé",
        ["receivedOn"] = "Dossier reçu par le certificateur",
        ["day"] = "Toujours sans réponse au",
        ["admissibleOn"] = "Dossier déclaré recevable",
        ["juryOn"] = "Passage devant le jury",
        ["filesThisYear"] = "Dossiers déjà déposés sur cette certification",
        ["otherFilesThisYear"] = "Dossiers déjà déposés sur d’autres",
        ["orderDate"] = "Date de la commande",
        ["situation"] = "Votre situation",
        ["price"] = "Prix de l’accompagnement, en euros",
        ["juryFee"] = "Frais de jury, en euros",
        ["balance"] = "Solde de votre compte, en euros",
        ["onFranceVae"] = "La certification est-elle sur France VAE ?",
        ["registeredOnFranceVae"] = "Y avez-vous déjà ouvert votre dossier ?",
    });

    public Field Code => Typed.Field("code") with
    {
        Help = "Un numéro comme RNCP35419, même ancien, le code de la branche, ou le titre exact.",
        IsRequired = true,
    };

    public IReadOnlyList<Field> Main =>
    [
        Typed.Field("applicationDate") with { Help = "Aujourd’hui si vous ne dites rien.", IsDate = true },
        Typed.Field("experienceMonths") with { Help = "Bénévolat et stages compris.", InputMode = "numeric" },
        Typed.Field("block") with { Help = Choices.Blocks(Registration).Count > 0 ? "Un bloc peut s’obtenir seul." : "Si vous n’en visez qu’un : BC02.", Choices = Choices.Blocks(Registration) },
    ];

    public IReadOnlyList<Field> File =>
    [
        Typed.Field("receivedOn") with { Help = "Son silence peut valoir accord.", IsDate = true },
        Typed.Field("day") with { Help = "Aujourd’hui si vous ne dites rien.", IsDate = true },
        Typed.Field("admissibleOn") with { Help = "La date de sa réponse.", IsDate = true },
        Typed.Field("juryOn") with { Help = "Prévu ou passé.", IsDate = true },
        Typed.Field("filesThisYear") with { Help = "Cette année, pour la certification entière.", InputMode = "numeric" },
        Typed.Field("otherFilesThisYear") with { Help = "Cette année, sur d’autres certifications.", InputMode = "numeric" },
    ];

    public IReadOnlyList<Field> Money =>
    [
        Typed.Field("price") with { InputMode = "decimal" },
        Typed.Field("juryFee") with { InputMode = "decimal" },
        Typed.Field("balance") with { InputMode = "decimal" },
        Typed.Field("situation") with { Choices = [("", "Salarié ou salariée du privé, sinon choisissez"), .. Choices.Situations] },
        Typed.Field("orderDate") with { Help = "Le jour où vous validez sur Mon Compte Formation.", IsDate = true },
        Typed.Field("onFranceVae") with { Help = "Cherchez-la sur vae.gouv.fr.", Choices = Choices.YesOrNo },
        Typed.Field("registeredOnFranceVae") with { Help = "Le CPF le demande avant de payer.", Choices = Choices.YesOrNo },
    ];

    /// <summary>Folded, unless something of it was told or is wrong. The day is told by nobody, but always understood.</summary>
    public static bool Shows(IEnumerable<Field> fields) => fields.Any(field => field.Error is not null || (field.Name != "day" && !string.IsNullOrEmpty(field.Value)));
}
