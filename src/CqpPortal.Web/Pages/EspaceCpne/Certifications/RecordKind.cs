using CqpPortal.Domain.Access;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>One form of the dated facts: its address, what it is called in the language of the page, the fields that it asks for.</summary>
internal sealed record RecordKind(string Name, Func<string> Heading, string Panel, IReadOnlyList<string> Fields)
{
    private static readonly string[] Registration = ["Number", "Level", "DecidedOn", "PublishedOn", "EffectOn", "EndsOn", "DeliveryDeadline"];

    /// <summary>Heading where a fact that is there is corrected.</summary>
    public Func<string>? CorrectedHeading { get; init; }

    public Permission Needs { get; init; } = Permission.WriteDrafts;

    public Func<string>? Advice { get; init; }

    public Func<string> Button { get; init; } = () => Say("Enregistrer");

    public static IReadOnlyDictionary<string, RecordKind> All { get; } = new[]
    {
        new RecordKind("proposition", () => Say("Ajouter une étape avant la création"), "branche", ["Kind", "Committee", "Day"]) { CorrectedHeading = () => Say("Corriger une étape d’avant la création") },
        new RecordKind("decision", () => Say("Ajouter une décision de la commission"), "branche", ["Kind", "Committee", "Day"]) { CorrectedHeading = () => Say("Corriger une décision") },
        new RecordKind("transmission", () => Say("Ajouter une transmission"), "branche", ["Authority", "Day"])
        {
            CorrectedHeading = () => Say("Corriger une transmission"),
            Advice = () => Say("C’est la transmission à France compétences et à la Caisse des dépôts qui donne à un CQP son existence légale (art. L. 6113-4)."),
        },
        new RecordKind("enregistrement", () => Say("Ajouter un enregistrement"), "enregistrements", Registration)
        {
            CorrectedHeading = () => Say("Corriger un enregistrement"),
            Advice = () => Say("Recopiez la décision : un numéro ne s’écrit pas sans sa date de décision et sa date de publication. Un renouvellement est un autre enregistrement, avec un autre numéro."),
        },
        new RecordKind("suspension", () => Say("Suspendre un enregistrement"), "enregistrements", ["From", "Until", "Reason"])
        {
            Advice = () => Say("Pendant la suspension, ni CPF ni VAE (art. R. 6113-17-3). Pour donner la fin d’une suspension ouverte, écrivez le même premier jour."),
            Button = () => Say("Enregistrer la suspension"),
        },
        new RecordKind("retrait", () => Say("Retirer un enregistrement"), "enregistrements", ["From", "Reason"])
        {
            Advice = () => Say("France compétences met fin à l’enregistrement avant son terme (art. R. 6113-17-3). Ceux qui l’ont obtenu avant gardent sa valeur."),
            Button = () => Say("Enregistrer le retrait"),
        },
        new RecordKind("demande", () => Say("Ouvrir une demande à France compétences"), "demandes", ["Register", "OneCohort", "Day"]) { Button = () => Say("Ouvrir la demande") },
        new RecordKind("etape", () => Say("Enregistrer l’étape suivante"), "demandes", ["State", "Day", "Note"]),
        new RecordKind("inscription", () => Say("Enregistrer la décision d’inscription"), "demandes", Registration)
        {
            Advice = () => Say("Recopiez la décision. L’enregistrement est créé avec ces dates et la demande est finie."),
            Button = () => Say("Enregistrer l’inscription"),
        },
        new RecordKind("suppression", () => Say("Supprimer cette certification"), "branche", ["Day", "Reason", "Confirm"])
        {
            Needs = Permission.Sign,
            Advice = () => Say("Rien n’est effacé : la fiche reste publique, avec la date et la raison. Ceux qui l’ont obtenue gardent sa valeur. Ceux qui ont commencé peuvent finir."),
            Button = () => Say("Supprimer"),
        },
        new RecordKind("cloture", () => Say("Clore cette certification"), "branche", ["Day"])
        {
            Needs = Permission.Sign,
            Advice = () => Say("À enregistrer quand le dernier candidat a fini."),
            Button = () => Say("Clore"),
        },
    }.ToDictionary(kind => kind.Name);

    /// <summary>Whether the address names a fact that is there: a row to correct, a number, an application.</summary>
    public bool NeedsRow => Name is "suspension" or "retrait" or "etape" or "inscription";

    public bool Asks(string field) => Fields.Contains(field);
}
