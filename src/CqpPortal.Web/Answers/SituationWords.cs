using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers;

/// <summary>Situations, third parties and lists in words.</summary>
internal static class SituationWords
{
    public static RuleText Of(Situation situation) => situation switch
    {
        Situation.JobSeeker => new("demandeur ou demandeuse d’emploi", "job seeker"),
        Situation.SelfEmployed => new("indépendant ou indépendante", "self-employed"),
        Situation.PublicAgent => new("agent public ou agente publique", "public servant"),
        Situation.Retired => new("retraité ou retraitée", "retired"),
        Situation.Young => new("jeune qui termine sa formation initiale", "young person finishing initial training"),
        Situation.Volunteer => new("bénévole", "volunteer"),
        Situation.Carer => new("aidant ou aidante", "carer"),
        _ => new("salarié ou salariée du privé", "private employee"),
    };

    public static RuleText Of(TopUpSource source) => source switch
    {
        TopUpSource.Employer => new("l’employeur", "the employer"),
        TopUpSource.Opco => new("l’OPCO", "the OPCO"),
        TopUpSource.C2p => new("le compte professionnel de prévention", "the professional prevention account"),
        TopUpSource.AtMp => new("la dotation après un accident du travail ou une maladie professionnelle", "the grant after an accident at work or occupational disease"),
        TopUpSource.Region => new("la Région", "the Region"),
        TopUpSource.State => new("l’État", "the State"),
        _ => new("un autre financeur", "another funder"),
    };

    public static RuleText Of(CpfListing list) => list.Scope switch
    {
        CpfListScope.National => new("liste nationale interprofessionnelle", "national interprofessional list"),
        CpfListScope.Regional => new($"liste de la région {list.Region}", $"list of region {list.Region}"),
        _ => new($"liste de la branche {list.Branch}", $"list of branch {list.Branch}"),
    };
}
