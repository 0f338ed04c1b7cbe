using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Pages.MonProjet;

/// <summary>What somebody told of their project: all of it is the address, nothing is kept. Every answer may be missing.</summary>
internal sealed record Project
{
    public const int LongestTrade = 200;

    public const string Path = "/mon-projet";

    private static readonly string[] Names = ["situation", "metier", "experience", "souhait", "cas"];

    /// <summary>Answers by the name of their question, as typed.</summary>
    private Dictionary<string, string> Answers { get; init; } = [];

    public string? this[string name] => Answers.GetValueOrDefault(name);

    public string? Trade => this["metier"];

    /// <summary>Where nobody told, an employee is meant, as everywhere in the portal.</summary>
    public Situation Situation => ParameterValues.Situations.GetValueOrDefault(this["situation"] ?? "", Situation.Employee);

    /// <summary>Null where the project is neither to change trade nor to stay in it.</summary>
    public bool? ChangesJob => this["souhait"] switch { "changer" => true, "evoluer" => false, _ => null };

    /// <summary>Null where nobody told, or where the question was not asked.</summary>
    public bool? IsYoungOrOnBenefits => this["cas"] switch { "age" or "minima" => true, "aucun" => false, _ => null };

    public bool IsEmpty => Answers.Count == 0;

    public static Project Read(IQueryCollection query) => new()
    {
        Answers = Names.Where(name => !string.IsNullOrWhiteSpace(query[name].FirstOrDefault())).ToDictionary(name => name, name => query[name][0]!.Replace("\0", "", StringComparison.Ordinal).Trim()),
    };

    /// <summary>The questions that matter to this person: at most five, the last only where its answer opens a way that their situation does not.</summary>
    /// <param name="hiring">The rule on whom a contrat de professionnalisation hires, as in force on the day; null where there is none.</param>
    public IReadOnlyList<Step> Steps(DatedRule? hiring)
    {
        List<Step> steps =
        [
            new("situation", Say("Quelle est votre situation ?"), Say("Elle décide des voies qui vous sont ouvertes, et de qui paie.")) { Choices = Choices.Situations },
            new("metier", Say("Quel métier, quelle branche ?"), Say("Avec vos mots : soudeuse, vente de fromage, hôtellerie, sécurité.")),
            new("experience", Say("Avez-vous déjà exercé ce métier ?"), Say("Même sans diplôme, et même comme bénévole.")) { Choices = [("jamais", Say("Non, jamais")), ("peu", Say("Oui, moins d’un an")), ("assez", Say("Oui, un an ou plus"))] },
            new("souhait", Say("Que souhaitez-vous ?"), Say("Nous montrerons d’abord les voies qui y mènent.")) { Choices = [("emploi", Say("Trouver un emploi")), ("changer", Say("Changer de métier")), ("valider", Say("Faire reconnaître ce que je sais faire")), ("evoluer", Say("Évoluer dans mon métier"))] },
        ];
        if (this["situation"] is not null && hiring is not null && !hiring.Parameters.Situations.Contains(Situation) && Situation is not (Situation.Retired or Situation.PublicAgent))
        {
            steps.Add(new Step("cas", Say("Êtes-vous dans l’un de ces cas ?"), Say("Il ouvre le contrat de professionnalisation. Sinon, il ne change rien."))
            {
                Choices = [("age", Say("J’ai entre 16 et 25 ans")), ("minima", Say("Je perçois le RSA, l’ASS ou l’allocation aux adultes handicapés (AAH)")), ("aucun", Say("Ni l’un ni l’autre"))],
            });
        }
        return steps;
    }

    /// <summary>Answers that mean nothing, with what to do.</summary>
    public Faults Faults(IReadOnlyList<Step> steps)
    {
        var faults = new Faults();
        foreach (var step in steps)
        {
            if (this[step.Name] is not { } told) continue;
            if (step.Choices.Count == 0 && told.Length > LongestTrade) faults.Add(step.Name, Say($"Raccourcissez : {told.Length} caractères, {LongestTrade} au plus. Un ou deux mots suffisent."));
            else if (step.Choices.Count > 0 && step.Choices.All(choice => choice.Value != told)) faults.Add(step.Name, Say("Choisissez l’une des réponses, ou passez cette question."));
        }
        return faults;
    }

    public Project Without(string name) => this with { Answers = Answers.Where(answer => answer.Key != name).ToDictionary() };

    /// <summary>The answers but one, as a form carries them.</summary>
    public IEnumerable<(string Name, string Value)> But(string? name) => Answers.Where(answer => answer.Key != name).Select(answer => (answer.Key, answer.Value));

    /// <summary>The address of a question, or of the result: the same answers.</summary>
    public string At(string step) => QueryHelpers.AddQueryString(Path, Answers.Select(answer => KeyValuePair.Create(answer.Key, (string?)answer.Value)).Prepend(KeyValuePair.Create("etape", (string?)step)));
}
