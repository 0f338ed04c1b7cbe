using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>
/// The six questions everybody asks of a certification, answered for one day. CPF and VAE are answered by the rules, as on their own pages;
/// the others from recognition and routes. What depends on the person is not answered, and what is not known is said to be so.
/// </summary>
internal sealed class CertificationAnswers(Certification certification, CertificationFacts facts, RuleBook rules, DateOnly day)
{
    private readonly RecognitionOnDay _recognition = certification.RecognitionOn(day);
    private readonly FactWords _words = new(Written.PageLanguage, []);

    public static IReadOnlyList<(string Question, Answer Answer, string Why)> On(Certification certification, CertificationFacts facts, RuleBook rules, DateOnly day)
    {
        var answers = new CertificationAnswers(certification, facts, rules, day);
        return
        [
            Ask(Say("Il compte dans toutes les entreprises ?"), answers.Everywhere()),
            Ask(Say("Il a un niveau ?"), answers.Level()),
            Ask(Say("Le CPF peut payer ?"), answers.Cpf()),
            Ask(Say("Ouvert à la VAE ?"), answers.Vae()),
            Ask(Say("En contrat de professionnalisation ?"), answers.Professionalisation()),
            Ask(Say("En apprentissage ?"), answers.Apprenticeship()),
        ];
    }

    /// <summary>Whether a route is open on the day: the fiche alone does not tell, for what it opens may have ended since.</summary>
    public static Answer Route(AccessRoute route, RecognitionOnDay recognition) => route switch
    {
        { IsOpen: false } => Answer.No(Say("Fermé")),
        { Code: AccessRouteCode.Apprenticeship } => Answer.No(Say("Fermé par la loi")),
        _ when recognition.Status == RecognitionStatus.Abolished => Answer.No(Say("Plus ouvert")),
        _ when recognition.Status == RecognitionStatus.NotTransmitted => Answer.No(Say("Pas encore ouvert")),
        { Code: AccessRouteCode.PriorExperience } when recognition.Status != RecognitionStatus.Rncp => Answer.No(Say("Pas aujourd’hui")),
        _ when recognition.Status == RecognitionStatus.Expired => Answer.If(Say("À confirmer")),
        _ => Answer.Yes(Say("Ouvert")),
    };

    private static (string, Answer, string) Ask(string question, (Answer Answer, string Why) said) => (question, said.Answer, said.Why);

    private (Answer, string) Everywhere() => _recognition.Status switch
    {
        RecognitionStatus.Rncp => (Answer.Yes(Say("Oui, partout")), Say("Il est inscrit au répertoire national (art. L. 6113-1 du code du travail).")),
        RecognitionStatus.Rs => (Answer.If(Say("Oui, en complément")), Say("Il est inscrit au répertoire spécifique : il s’ajoute à un métier (art. L. 6113-6 du code du travail).")),
        RecognitionStatus.Branch when _recognition.Suspended is not null =>
            (Answer.If(Say("Dans sa branche")), Say("Tant que dure la suspension, seules les entreprises de sa branche le reconnaissent (art. L. 6113-4).")),
        RecognitionStatus.Branch =>
            (Answer.If(Say("Dans sa branche")), Say("Il n’est inscrit à aucun registre : seules les entreprises de sa branche le reconnaissent (art. L. 6113-4).")),
        RecognitionStatus.Expired when _recognition.CountsInBranches =>
            (Answer.If(Say("Dans sa branche")), Say("Sans enregistrement, il compte encore dans sa branche tant que la commission paritaire ne le supprime pas (art. L. 6113-4).")),
        RecognitionStatus.Expired =>
            (Answer.Unknown(Say("Nous ne savons pas")), Say("Aucun envoi à France compétences n’est connu. Demandez à la commission paritaire s’il compte encore dans sa branche.")),
        RecognitionStatus.Abolished => (Answer.No(Say("Non")), Say("Il n’est plus délivré. Ceux qui l’ont obtenu gardent sa valeur.")),
        _ => (Answer.No(Say("Non")), Say("Il faut d’abord que la branche le transmette à France compétences (art. L. 6113-4).")),
    };

    private (Answer, string) Level()
    {
        if (_recognition.Level is { } level)
        {
            return (Answer.Yes(Say($"Oui, niveau {level}")), RecognitionWords.Equivalent(level.Value) is { } equivalent
                ? Say($"C’est aussi {equivalent}, sans en être l’équivalent automatique.") : Say("Il figure sur sa fiche au RNCP."));
        }
        return (_recognition.Status, _recognition.Registration) switch
        {
            (RecognitionStatus.Rs, _) or (_, { Number.Register: Register.Rs }) =>
                (Answer.No(Say("Non")), Say("Une certification du répertoire spécifique n’a pas de niveau (art. L. 6113-6).")),
            (_, { PrecedesReform: true }) => (Answer.No(Say("Non")), Say("Il a été inscrit selon les règles d’avant 2019, qui ne donnaient pas de niveau aux CQP.")),
            (RecognitionStatus.Expired, { Level: { } past }) =>
                (Answer.No(Say("Plus aujourd’hui")), Say($"Un certificat obtenu pendant l’enregistrement garde son niveau {past}.")),
            (_, not null) => (Answer.Unknown(Say("Non précisé")), Say("Le registre n’indique pas de niveau pour cette fiche.")),
            _ when _recognition.Suspended is not null => (Answer.No(Say("Pas en ce moment")), Say("L’enregistrement qui donne un niveau est suspendu.")),
            _ when certification.Registrations.Any(registration => registration.Level is not null) =>
                (Answer.No(Say("Plus aujourd’hui")), Say("Un certificat obtenu pendant l’enregistrement garde le niveau qu’il avait alors.")),
            _ => (Answer.No(Say("Non")), Say("Seule l’inscription au RNCP donne un niveau.")),
        };
    }

    /// <summary>Whoever orders and begins on the day, an employee: what concerns the person and the provider is asked on the page of the CPF.</summary>
    private (Answer, string) Cpf()
    {
        var answer = CpfEligibility.Answer(rules, new CpfQuestion { Certification = facts, OrderedOn = day, StartsOn = day });
        if (answer is not { Verdict: Verdict.Eligible, Registration: { } registration }) return Other(answer, Say("Un parcours commencé avant continue (art. L. 6113-9)."));
        var until = Say($"si l’organisme est habilité et si vous entrez en formation au plus tard le {registration.LastDay.InWords()} (art. L. 6323-6).");
        return answer.Amounts?.Cap is { } cap
            ? (Answer.If(Say("Oui, avec un plafond")), Say($"{cap.InEuros()} au plus sur vos droits, {until}"))
            : (Answer.Yes(Say("Oui, aujourd’hui")), registration.Blocks.Count > 0 ? Say($"Tout le certificat ou un seul bloc, {until}") : Say($"Le certificat, {until}"));
    }

    /// <summary>A file handed in on the day.</summary>
    private (Answer, string) Vae()
    {
        var answer = VaeEligibility.Answer(rules, new VaeQuestion { Certification = facts, AppliesOn = day, Day = day });
        return answer.Verdict == Verdict.Eligible && answer.Findings.FirstOrDefault(finding => finding.Rule.Series == "experience") is { } experience
            ? (Answer.Yes(Say("Oui")), _words.Text(experience))
            : Other(answer, Say("Si votre dossier était recevable avant la fin, vous pouvez encore l’obtenir (art. L. 6113-9)."));
    }

    /// <summary>All but a plain yes: the reason that decides, and what stays true after an end.</summary>
    private (Answer, string) Other(EligibilityAnswer answer, string afterTheEnd)
    {
        var why = answer.Deciding is null ? "" : _words.Text(answer.Deciding);
        return (answer.Verdict, answer.Deciding?.Rule.Series, answer.Registration) switch
        {
            (Verdict.EligibleUnderConditions, _, _) => (Answer.If(Say("Oui, à condition")), why),
            (Verdict.Undetermined, "V1b", _) => (Answer.Unknown(Say("Non précisé")), why),
            (Verdict.Undetermined, _, _) or (Verdict.Eligible, _, _) => (Answer.Unknown(Say("Nous ne savons pas")), why),
            (_, "b.2", { } registration) when registration.IsSuspendedOn(day) => (Answer.No(Say("Pas en ce moment")), why),
            (_, "b.2", _) => (Answer.No(Say("Non, plus aujourd’hui")), Say($"{why} Pour un parcours commencé, demandez à Mon Compte Formation.")),
            (_, "X12" or "E5" or "V1c", { } registration) when registration.EffectiveOn > day => (Answer.No(Say("Pas encore")), why),
            (_, "E5" or "V1c", _) => (Answer.No(Say("Non, plus aujourd’hui")), $"{why} {afterTheEnd}"),
            _ => (Answer.No(Say("Non")), why),
        };
    }

    private (Answer, string) Professionalisation()
    {
        if (_recognition.Status == RecognitionStatus.Abolished) return (Answer.No(Say("Non")), Say("Il n’est plus délivré."));
        if (_recognition.Status == RecognitionStatus.NotTransmitted) return (Answer.No(Say("Pas encore")), Say("Il n’est pas encore délivré."));
        return (IsOpen(AccessRouteCode.ProfessionalisationContract), _recognition.Status) switch
        {
            (false, _) => (Answer.No(Say("Non")), Say("Sa fiche ferme cette voie.")),
            (_, RecognitionStatus.Expired) => (Answer.If(Say("À confirmer")), Say("La loi l’ouvre à tout CQP, inscrit ou non (art. L. 6314-1), si la branche le délivre encore.")),
            (true, _) => (Answer.Yes(Say("Oui")), Say("L’employeur et son OPCO paient (art. L. 6325-1).")),
            _ => (Answer.If(Say("En principe")), Say("La loi l’ouvre à tout CQP, inscrit ou non (art. L. 6314-1), mais sa fiche ne le précise pas.")),
        };
    }

    private (Answer, string) Apprenticeship() => IsOpen(AccessRouteCode.Apprenticeship) is true
        ? (Answer.No(Say("Non")), Say("Sa fiche l’annonce, mais la loi réserve l’apprentissage aux diplômes et aux titres (art. L. 6211-1) : demandez à la commission paritaire."))
        : (Answer.No(Say("Non")), Say("Un CQP ne se prépare pas en apprentissage, réservé aux diplômes et aux titres (art. L. 6211-1)."));

    private bool? IsOpen(AccessRouteCode code) => certification.Routes.FirstOrDefault(route => route.Code == code)?.IsOpen;
}
