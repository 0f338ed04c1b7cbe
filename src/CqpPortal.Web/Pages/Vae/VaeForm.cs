using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Vae;

/// <summary>The question on the VAE as a form.</summary>
/// <param name="Typed">What was typed, or understood.</param>
/// <param name="Registration">The registration that the question is about, once it is known.</param>
internal sealed record VaeForm(TypedForm Typed, Registration? Registration)
{
    public static TypedForm Empty => new("/vae", new Dictionary<string, string>
    {
        ["code"] = Say("Code ou titre de la certification"),
        ["applicationDate"] = Say("Dépôt du dossier"),
        ["experienceMonths"] = Say("Mois d’expérience dans le métier"),
        ["block"] = Say("Bloc visé"),
        ["receivedOn"] = Say("Dossier reçu par le certificateur"),
        ["day"] = Say("Toujours sans réponse au"),
        ["admissibleOn"] = Say("Dossier déclaré recevable"),
        ["juryOn"] = Say("Passage devant le jury"),
        ["filesThisYear"] = Say("Dossiers déjà déposés sur cette certification"),
        ["otherFilesThisYear"] = Say("Dossiers déjà déposés sur d’autres"),
        ["orderDate"] = Say("Date de la commande"),
        ["situation"] = Say("Votre situation"),
        ["price"] = Say("Prix de l’accompagnement, en euros"),
        ["juryFee"] = Say("Frais de jury, en euros"),
        ["balance"] = Say("Solde de votre compte, en euros"),
        ["onFranceVae"] = Say("La certification est-elle sur France VAE ?"),
        ["registeredOnFranceVae"] = Say("Y avez-vous déjà ouvert votre dossier ?"),
    });

    public Field Code => Typed.Field("code") with
    {
        Help = Say("Un numéro comme RNCP35419, même ancien, le code de la branche, ou le titre exact."),
        IsRequired = true,
    };

    public IReadOnlyList<Field> Main =>
    [
        Typed.Field("applicationDate") with { Help = Say("Aujourd’hui si vous ne dites rien."), IsDate = true },
        Typed.Field("experienceMonths") with { Help = Say("Bénévolat et stages compris."), InputMode = "numeric" },
        Typed.Field("block") with { Help = Choices.Blocks(Registration).Count > 0 ? Say("Un bloc peut s’obtenir seul.") : Say("Si vous n’en visez qu’un : BC02."), Choices = Choices.Blocks(Registration), Language = Written.FrenchOnly },
    ];

    public IReadOnlyList<Field> File =>
    [
        Typed.Field("receivedOn") with { Help = Say("Son silence peut valoir accord."), IsDate = true },
        Typed.Field("day") with { Help = Say("Aujourd’hui si vous ne dites rien."), IsDate = true },
        Typed.Field("admissibleOn") with { Help = Say("La date de sa réponse."), IsDate = true },
        Typed.Field("juryOn") with { Help = Say("Prévu ou passé."), IsDate = true },
        Typed.Field("filesThisYear") with { Help = Say("Cette année, pour la certification entière."), InputMode = "numeric" },
        Typed.Field("otherFilesThisYear") with { Help = Say("Cette année, sur d’autres certifications."), InputMode = "numeric" },
    ];

    public IReadOnlyList<Field> Money =>
    [
        Typed.Field("price") with { InputMode = "decimal" },
        Typed.Field("juryFee") with { InputMode = "decimal" },
        Typed.Field("balance") with { InputMode = "decimal" },
        Typed.Field("situation") with { Choices = [("", Say("Salarié ou salariée du privé, sinon choisissez")), .. Choices.Situations] },
        Typed.Field("orderDate") with { Help = Say("Le jour où vous validez sur Mon Compte Formation."), IsDate = true },
        Typed.Field("onFranceVae") with { Help = Say("Cherchez-la sur vae.gouv.fr."), Choices = Choices.YesOrNo },
        Typed.Field("registeredOnFranceVae") with { Help = Say("Le CPF le demande avant de payer."), Choices = Choices.YesOrNo },
    ];

    /// <summary>Folded, unless something of it was told or is wrong. The day is told by nobody, but always understood.</summary>
    public static bool Shows(IEnumerable<Field> fields) => fields.Any(field => field.Error is not null || (field.Name != "day" && !string.IsNullOrEmpty(field.Value)));
}
