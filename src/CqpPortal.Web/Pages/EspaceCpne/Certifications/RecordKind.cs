using CqpPortal.Domain.Access;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>One form of the dated facts: its address, what it is called, the fields that it asks for.</summary>
internal sealed record RecordKind(string Name, string Heading, string Panel, IReadOnlyList<string> Fields)
{
    private static readonly string[] Registration = ["Number", "Level", "DecidedOn", "PublishedOn", "EffectOn", "EndsOn", "DeliveryDeadline"];

    /// <summary>Heading where a fact that is there is corrected.</summary>
    public string? CorrectedHeading { get; init; }

    public Permission Needs { get; init; } = Permission.WriteDrafts;

    public string? Advice { get; init; }

    public string Button { get; init; } = "Enregistrer";

    public static IReadOnlyDictionary<string, RecordKind> All { get; } = new[]
    {
        new RecordKind("proposition", "Ajouter une étape avant la création", "branche", ["Kind", "Committee", "Day"]) { CorrectedHeading = "Corriger une étape d’avant la création" },
        new RecordKind("decision", "Ajouter une décision de la commission", "branche", ["Kind", "Committee", "Day"]) { CorrectedHeading = "Corriger une décision" },
        new RecordKind("transmission", "Ajouter une transmission", "branche", ["Authority", "Day"])
        {
            CorrectedHeading = "Corriger une transmission",
            Advice = "C’est la transmission à France compétences et à la Caisse des dépôts qui donne à un CQP son existence légale (art. L. 6113-4).",
        },
        new RecordKind("enregistrement", "Ajouter un enregistrement", "enregistrements", Registration)
        {
            CorrectedHeading = "Corriger un enregistrement",
            Advice = "Recopiez la décision : un numéro ne s’écrit pas sans sa date de décision et sa date de publication. Un renouvellement est un autre enregistrement, avec un autre numéro.",
        },
        new RecordKind("suspension", "Suspendre un enregistrement", "enregistrements", ["From", "Until", "Reason"])
        {
            Advice = "Pendant la suspension, ni CPF ni VAE (art. R. 6113-17-3). Pour donner la fin d’une suspension ouverte, écrivez le même premier jour.",
            Button = "Enregistrer la suspension",
        },
        new RecordKind("retrait", "Retirer un enregistrement", "enregistrements", ["From", "Reason"])
        {
            Advice = "France compétences met fin à l’enregistrement avant son terme (art. R. 6113-17-3). Ceux qui l’ont obtenu avant gardent sa valeur.",
            Button = "Enregistrer le retrait",
        },
        new RecordKind("demande", "Ouvrir une demande à France compétences", "demandes", ["Register", "OneCohort", "Day"]) { Button = "Ouvrir la demande" },
        new RecordKind("etape", "Enregistrer l’étape suivante", "demandes", ["State", "Day", "Note"]),
        new RecordKind("inscription", "Enregistrer la décision d’inscription", "demandes", Registration)
        {
            Advice = "Recopiez la décision. L’enregistrement est créé avec ces dates et la demande est finie.",
            Button = "Enregistrer l’inscription",
        },
        new RecordKind("suppression", "Supprimer cette certification", "branche", ["Day", "Reason", "Confirm"])
        {
            Needs = Permission.Sign,
            Advice = "Rien n’est effacé : la fiche reste publique, avec la date et la raison. Ceux qui l’ont obtenue gardent sa valeur. Ceux qui ont commencé peuvent finir.",
            Button = "Supprimer",
        },
        new RecordKind("cloture", "Clore cette certification", "branche", ["Day"])
        {
            Needs = Permission.Sign,
            Advice = "À enregistrer quand le dernier candidat a fini.",
            Button = "Clore",
        },
    }.ToDictionary(kind => kind.Name);

    /// <summary>Whether the address names a fact that is there: a row to correct, a number, an application.</summary>
    public bool NeedsRow => Name is "suspension" or "retrait" or "etape" or "inscription";

    public bool Asks(string field) => Fields.Contains(field);
}
