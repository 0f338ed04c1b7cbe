namespace CqpPortal.Web.Wording;

/// <summary>The acronyms of the trade in plain words: every page that uses some ends with their meaning.</summary>
public static class Glossary
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["CQP"] = "certificat de qualification professionnelle, créé par les employeurs et les salariés d’une branche.",
        ["CQPI"] = "certificat de qualification professionnelle interbranches : le même certificat pour deux branches au moins.",
        ["RNCP"] = "répertoire national des certifications professionnelles. Une certification inscrite au RNCP prépare à un métier et compte partout en France.",
        ["RS"] = "répertoire spécifique. Il rassemble des compétences qui complètent un métier. Une certification du RS n’a pas de niveau.",
        ["CPF"] = "compte personnel de formation. De l’argent versé chaque année pour vous former ; il vous suit toute la vie.",
        ["VAE"] = "validation des acquis de l’expérience. Obtenir un certificat grâce à ce que vous savez déjà faire.",
        ["Bloc"] = "partie d’une certification que l’on peut obtenir seule, puis compléter plus tard.",
        ["CPNE"] = "commission paritaire nationale de l’emploi. Elle réunit employeurs et salariés d’une branche. C’est elle qui crée les CQP.",
        ["IDCC"] = "numéro de la convention collective. Il figure souvent sur le bulletin de paie.",
        ["OPCO"] = "opérateur de compétences. Il finance la formation pour les entreprises de sa branche.",
        ["CEP"] = "conseil en évolution professionnelle. Gratuit, pour toute personne qui veut faire le point sur son travail.",
    };

    /// <summary>The anchor of a word within its page.</summary>
    public static string Anchor(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return "mot-" + word.ToLowerInvariant();
    }

    public static string Meaning(string word) => Meanings[word];
}
