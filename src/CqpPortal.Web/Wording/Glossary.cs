using System.Globalization;
using System.Text;

namespace CqpPortal.Web.Wording;

/// <summary>The words of the trade, in plain words: pages explain them where they stand and list them at their end, <c>/glossaire</c> has them all.</summary>
public static class Glossary
{
    /// <summary>As the field writes them, in French, in any order.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "CQP", "CQPI", "CQPM", "RNCP", "RS", "CPF", "VAE", "Bloc", "CPNE", "IDCC", "OPCO", "CEP", "AAP", "AIF", "POE", "PTP", "TFP", "PEC", "CNCP", "EDOF", "Apec", "Abondement", "Apprentissage",
        "Avenir Actifs", "Branche", "Caisse des dépôts", "Cap emploi", "Certif Info", "Certificateur", "Commission de la certification professionnelle", "Contrat de professionnalisation",
        "Date limite de délivrance", "Échéance", "Enregistrement", "France compétences", "France Travail", "France VAE", "Habilitation", "Inventaire", "Jury", "Mission locale", "Mon Compte Formation",
        "Niveau de qualification", "Participation forfaitaire", "Période de reconversion", "Plan de développement des compétences", "Pôle emploi", "Pro-A", "Recevabilité", "Référentiel d’activités",
        "Référentiel de compétences", "Référentiel d’évaluation", "Transitions Pro", "Transmission",
    ];

    /// <summary>What the word means, in the language of the page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The glossary has no such word.</exception>
    public static string Meaning(string word) => word switch
    {
        "CQP" => Say("certificat de qualification professionnelle, créé par les employeurs et les salariés d’une branche."),
        "CQPI" => Say("certificat de qualification professionnelle interbranches : le même certificat pour deux branches au moins."),
        "CQPM" => Say("nom du CQP dans la métallurgie."),
        "RNCP" => Say("répertoire national des certifications professionnelles. Une certification inscrite au RNCP prépare à un métier et compte partout en France."),
        "RS" => Say("répertoire spécifique. Il rassemble des compétences qui complètent un métier. Une certification du RS n’a pas de niveau."),
        "CPF" => Say("compte personnel de formation. De l’argent versé chaque année pour vous former ; il vous suit toute la vie."),
        "VAE" => Say("validation des acquis de l’expérience. Obtenir un certificat grâce à ce que vous savez déjà faire."),
        "Bloc" => Say("partie d’une certification que l’on peut obtenir seule, puis compléter plus tard."),
        "CPNE" => Say("commission paritaire nationale de l’emploi. Elle réunit employeurs et salariés d’une branche. C’est elle qui crée les CQP."),
        "IDCC" => Say("numéro de la convention collective. Il figure souvent sur le bulletin de paie."),
        "OPCO" => Say("opérateur de compétences. Il finance la formation pour les entreprises de sa branche."),
        "CEP" => Say("conseil en évolution professionnelle. Gratuit, pour toute personne qui veut faire le point sur son travail."),
        "AAP" => Say("architecte accompagnateur de parcours. Il vous aide à monter votre dossier de VAE sur France VAE."),
        "AIF" => Say("aide individuelle à la formation. France Travail peut la donner à un demandeur d’emploi ; le conseiller décide."),
        "POE" => Say("préparation opérationnelle à l’emploi. Une formation avant l’embauche, seul (POEI) ou en groupe (POEC)."),
        "PTP" => Say("projet de transition professionnelle. Une formation pour changer de métier, décidée par Transitions Pro."),
        "TFP" => Say("titre à finalité professionnelle. Une autre certification ; une branche peut transformer son CQP en TFP."),
        "PEC" => Say("parcours emploi compétences. Un contrat de travail aidé ; ce portail n’en décrit pas les règles."),
        "CNCP" => Say("Commission nationale de la certification professionnelle. Elle tenait le RNCP ; France compétences la remplace depuis le 1er janvier 2019."),
        "EDOF" => Say("espace des organismes de formation sur Mon Compte Formation."),
        "Apec" => Say("association pour l’emploi des cadres. Elle conseille les cadres, en poste ou en recherche d’emploi."),
        "Abondement" => Say("somme qu’un tiers ajoute à votre CPF : employeur, OPCO, Région…"),
        "Apprentissage" => Say("contrat de travail avec des cours, pour un diplôme ou un titre. Il n’est pas ouvert aux CQP."),
        "Avenir Actifs" => Say("réseau qui donne le conseil en évolution professionnelle aux personnes qui travaillent. Gratuit."),
        "Branche" => Say("ensemble des entreprises d’un même secteur, liées par la même convention collective."),
        "Caisse des dépôts" => Say("établissement public qui gère le CPF et le site Mon Compte Formation."),
        "Cap emploi" => Say("service qui accompagne vers l’emploi les personnes en situation de handicap."),
        "Certif Info" => Say("base nationale des certifications, tenue par les Carif-Oref et l’Onisep."),
        "Certificateur" => Say("organisme qui délivre le certificat : la CPNE, ou la personne morale qu’elle désigne."),
        "Commission de la certification professionnelle" => Say("commission de France compétences. Son avis s’impose avant tout enregistrement au RNCP ou au RS."),
        "Contrat de professionnalisation" => Say("contrat de travail avec des cours. Il prépare à tout CQP, enregistré ou non."),
        "Date limite de délivrance" => Say("dernier jour où le certificat peut être délivré aux personnes déjà engagées dans le parcours."),
        "Échéance" => Say("dernier jour d’un enregistrement. La certification reste active tout ce jour-là."),
        "Enregistrement" => Say("inscription d’une certification au RNCP ou au RS, pour une durée limitée. Un renouvellement donne un nouveau numéro."),
        "France compétences" => Say("autorité nationale qui tient le RNCP et le RS depuis le 1er janvier 2019."),
        "France Travail" => Say("service public de l’emploi. Il s’appelait Pôle emploi jusqu’au 31 décembre 2023."),
        "France VAE" => Say("site public où l’on commence une VAE : vae.gouv.fr."),
        "Habilitation" => Say("droit donné à un organisme de former, d’évaluer, ou les deux, pour une certification."),
        "Inventaire" => Say("ancienne liste de la CNCP. Le répertoire spécifique (RS) la remplace depuis le 1er janvier 2019."),
        "Jury" => Say("groupe de personnes qui décide si vous obtenez le certificat."),
        "Mission locale" => Say("service qui accompagne les jeunes de 16 à 25 ans vers l’emploi et la formation."),
        "Mon Compte Formation" => Say("site où vous utilisez votre CPF. La Caisse des dépôts le gère."),
        "Niveau de qualification" => Say("rang d’une certification, de 1 à 8. Un CQP n’en a un que s’il est au RNCP."),
        "Participation forfaitaire" => Say("petite somme que vous payez quand vous utilisez votre CPF. Elle est revue chaque année."),
        "Période de reconversion" => Say("formation d’un salarié pour changer de métier ou de poste, ouverte en 2026."),
        "Plan de développement des compétences" => Say("formations que l’employeur choisit et paie pour ses salariés."),
        "Pôle emploi" => Say("ancien nom de France Travail, jusqu’au 31 décembre 2023."),
        "Pro-A" => Say("ancienne formation en alternance pour les salariés. Plus aucun avenant depuis 2026."),
        "Recevabilité" => Say("accord du certificateur pour commencer une VAE."),
        "Référentiel d’activités" => Say("texte qui décrit le travail, les activités et les emplois visés."),
        "Référentiel de compétences" => Say("texte qui dit ce qu’il faut savoir et savoir faire."),
        "Référentiel d’évaluation" => Say("texte qui dit comment, et sur quels critères, vous êtes évalué."),
        "Transitions Pro" => Say("association de chaque région. Elle accepte ou refuse les projets de transition professionnelle, et les paie."),
        "Transmission" => Say("envoi d’un CQP à France compétences et à la Caisse des dépôts. Sans elle, il n’existe pas en droit."),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "The glossary has no such word."),
    };

    /// <summary>The word as the glossary writes it, whatever its capitals.</summary>
    public static string Find(string word) => Words.First(known => known.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The anchor of a word within the list at the end of a page.</summary>
    public static string Anchor(string word) => "mot-" + Place(word);

    /// <summary>The anchor of a word on the page of the glossary: lower case, neither accents nor spaces.</summary>
    public static string Place(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var letters = word.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
    }
}
