namespace CqpPortal.Web.Pages.Guide;

/// <summary>A way to prepare a CQP as the guide tells it; whether it is open, and on which conditions, is told by its rule.</summary>
/// <param name="Series">Of its rule; also its anchor, after the dot.</param>
/// <param name="FirstStep">Where to begin, or what to do instead.</param>
internal sealed record GuideWay(string Series, string Name, string FirstStep)
{
    public string Anchor => "voie-" + Series[(Series.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>In the order in which people hear of them.</summary>
    public static IReadOnlyList<GuideWay> All =>
    [
        new("c.6-plan", Say("Le plan de l’employeur"), Say("Parlez-en à votre employeur : c’est lui qui décide..")),
        new("c.6-contrat-pro", Say("Le contrat de professionnalisation"), Say("Vous travaillez et vous apprenez. Cherchez d’abord un employeur de la branche ; son OPCO paie la formation.")),
        new("c.6-cpf", Say("Le compte personnel de formation (CPF)"), Say("Vous décidez seul. Choisissez une formation sur Mon Compte Formation.")),
        new("c.6-vae", Say("La validation des acquis de l’expérience (VAE)"), Say("Vous n’allez pas en cours : vous prouvez ce que vous savez faire. Commencez sur France VAE.")),
        new("c.6-reconversion", Say("La période de reconversion"), Say("Mettez-vous d’accord avec votre employeur. L’OPCO de la branche paie.")),
        new("c.6-ptp", Say("Le projet de transition professionnelle (PTP)"), Say("Appelez Transitions Pro, dans votre région. Le CEP vous aide à monter le dossier, gratuitement.")),
        new("c.6-poe", Say("La préparation opérationnelle à l’emploi (POE)"), Say("Parlez-en à votre conseiller France Travail. Un employeur ou la branche la propose.")),
        new("c.6-aif", Say("L’aide individuelle à la formation (AIF) ou celle de la Région"), Say("Demandez-la à votre conseiller France Travail avant de vous inscrire.")),
        new("c.6-apprentissage", Say("L’apprentissage"), Say("Demandez à la branche si elle a aussi un titre à finalité professionnelle (TFP). Ou choisissez le contrat de professionnalisation.")),
        new("c.6-pro-a", Say("La Pro-A"), Say("Regardez plutôt la période de reconversion.")),
    ];
}
