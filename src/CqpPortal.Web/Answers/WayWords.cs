using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Ways;

namespace CqpPortal.Web.Answers;

/// <summary>Name of each way, who decides, who pays and whom to contact, for one certification and situation.</summary>
internal sealed class WayWords(AnswerContext context, Situation situation)
{
    public string Name(Way way) => InLanguage(way switch
    {
        Way.Plan => new("Plan de développement des compétences", "Employer’s skills development plan"),
        Way.Cpf => new("Compte personnel de formation (CPF)", "Personal training account (CPF)"),
        Way.ContratPro => new("Contrat de professionnalisation", "Professionalisation contract (contrat de professionnalisation)"),
        Way.Apprentissage => new("Apprentissage", "Apprenticeship"),
        Way.ProA => new("Pro-A", "Pro-A (work-study for employees)"),
        Way.Reconversion => new("Période de reconversion", "Retraining period"),
        Way.Ptp => new("Projet de transition professionnelle (PTP)", "Career transition project (PTP)"),
        Way.Poe => new("Préparation opérationnelle à l’emploi (POE)", "Training before hiring (POE)"),
        Way.Aif => new("Aide de France Travail ou de la Région", "Grant from France Travail or the Region"),
        _ => new("Validation des acquis de l’expérience (VAE)", "Validation of prior experience (VAE)"),
    });

    public string DecidedBy(Way way) => InLanguage(way switch
    {
        Way.Plan => new("votre employeur", "your employer"),
        Way.ContratPro => new("vous et l’employeur qui vous recrute", "you and the employer who hires you"),
        Way.Apprentissage => new("personne : cette voie est fermée aux CQP", "nobody: this way is closed to CQP"),
        Way.ProA or Way.Reconversion => new("vous et votre employeur, d’accord ensemble", "you and your employer, by agreement"),
        Way.Ptp => new("vous ; Transitions Pro accepte ou refuse", "you; Transitions Pro accepts or refuses"),
        Way.Poe => new("l’employeur ou la branche, avec France Travail", "the employer or the branch, with France Travail"),
        Way.Aif => new("votre conseiller France Travail", "your France Travail adviser"),
        _ => new("vous", "you"),
    });

    public string Funder(Way way) => way switch
    {
        Way.Plan => InLanguage(new($"L’employeur, et {Opco()} pour les petites entreprises", $"The employer, and {Opco()} for small companies")),
        Way.Cpf => InLanguage(new("Votre compte, sur Mon Compte Formation", "Your account, on Mon Compte Formation")),
        Way.ContratPro or Way.ProA or Way.Reconversion => Opco(),
        Way.Apprentissage => InLanguage(new("Personne", "Nobody")),
        Way.Ptp => "Transitions Pro",
        Way.Poe => InLanguage(new($"France Travail et {Opco()}", $"France Travail and {Opco()}")),
        Way.Aif => InLanguage(new("France Travail ou la Région", "France Travail or the Region")),
        _ => InLanguage(new("Votre CPF, votre employeur ou France Travail", "Your CPF, your employer or France Travail")),
    };

    public string Contact(Way way) => way switch
    {
        Way.Plan or Way.ProA or Way.Reconversion => InLanguage(new($"Votre employeur, puis {Opco()}", $"Your employer, then {Opco()}")),
        Way.Cpf => Adviser(),
        Way.ContratPro => InLanguage(new($"Un employeur de la branche et {Opco()}", $"An employer of the branch and {Opco()}")),
        Way.Apprentissage => Committee(),
        Way.Ptp => InLanguage(new("Transitions Pro de votre région, avec le CEP (Avenir Actifs), gratuit", "Transitions Pro of your region, with the free career advice (CEP, Avenir Actifs)")),
        Way.Poe or Way.Aif => Adviser(),
        _ => InLanguage(new($"France VAE (vae.gouv.fr) et {Committee()}", $"France VAE (vae.gouv.fr) and {Committee()}")),
    };

    private string InLanguage(RuleText text) => context.Words.InLanguage(text);

    /// <summary>OPCO of the branches by name, where known.</summary>
    private string Opco()
    {
        var names = context.Asked.Certification.Branches.Select(branch => branch.Opco).OfType<string>().Distinct().ToList();
        return names.Count == 0 ? InLanguage(new("l’OPCO de la branche", "the OPCO of the branch")) : string.Join(", ", names);
    }

    private string Committee()
    {
        var names = context.Asked.Certification.Branches.Select(branch => branch.Committee).OfType<string>().Distinct().ToList();
        return names.Count == 0 ? InLanguage(new("la commission paritaire (CPNE) de la branche", "the joint committee (CPNE) of the branch")) : string.Join(", ", names);
    }

    private string Adviser() => InLanguage(situation switch
    {
        Situation.JobSeeker => new("Votre conseiller France Travail ; Mission locale de 16 à 25 ans, Cap emploi en cas de handicap, Apec pour les cadres",
            "Your France Travail adviser; Mission locale from 16 to 25, Cap emploi with a disability, Apec for executives"),
        Situation.Young => new("La Mission locale ou France Travail", "Mission locale or France Travail"),
        Situation.PublicAgent => new("Le service des ressources humaines de votre administration", "The human resources department of your administration"),
        _ => new("Le CEP (Avenir Actifs), gratuit ; l’Apec pour les cadres", "Free career advice (CEP, Avenir Actifs); Apec for executives"),
    });
}
