using System.Globalization;
using System.Text;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers;

/// <summary>Facts and the rules' sentences in words of one language.</summary>
/// <param name="language">French or English.</param>
/// <param name="branches">Branches whose names are known; others are named by their IDCC.</param>
internal sealed class FactWords(Language language, IReadOnlyList<KnownBranch> branches)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly Dictionary<FactName, RuleText> Labels = new()
    {
        [FactName.Registration] = new("Inscription", "Registration"),
        [FactName.DecidedOn] = new("Décision", "Decision"),
        [FactName.FirstDay] = new("Premier jour", "First day"),
        [FactName.LastDay] = new("Dernier jour", "Last day"),
        [FactName.DeliveryDeadline] = new("Date limite de délivrance", "Last day of award"),
        [FactName.SuspendedUntil] = new("Suspendue jusqu’au", "Suspended until"),
        [FactName.WithdrawnOn] = new("Retirée le", "Withdrawn on"),
        [FactName.SuppressedOn] = new("Supprimée le", "Abolished on"),
        [FactName.OrderedOn] = new("Commande", "Order"),
        [FactName.StartsOn] = new("Entrée en formation", "Entry into training"),
        [FactName.FinishesOn] = new("Fin de la formation", "End of training"),
        [FactName.AwardedOn] = new("Obtention", "Award"),
        [FactName.AppliesOn] = new("Dépôt du dossier", "File handed in"),
        [FactName.ReceivedOn] = new("Dossier reçu", "File received"),
        [FactName.AdmissibleOn] = new("Recevable le", "Admissible on"),
        [FactName.SilenceAdmitsOn] = new("Le silence vaut accord le", "Silence admits on"),
        [FactName.ExperienceMonths] = new("Expérience, en mois", "Experience, in months"),
        [FactName.NeededMonths] = new("Durée demandée, en mois", "Months asked for"),
        [FactName.SeniorityMonths] = new("Ancienneté, en mois", "Seniority, in months"),
        [FactName.Files] = new("Dossiers de l’année", "Files of the year"),
        [FactName.MaxFiles] = new("Dossiers permis", "Files allowed"),
        [FactName.Situation] = new("Situation", "Situation"),
        [FactName.Branch] = new("Branche demandée", "Branch asked for"),
        [FactName.Branches] = new("Branches propriétaires", "Owning branches"),
        [FactName.CpfList] = new("Liste", "List"),
        [FactName.Siret] = new("SIRET", "SIRET"),
        [FactName.Habilitation] = new("Habilitation", "Authorisation"),
        [FactName.Block] = new("Bloc", "Block"),
        [FactName.Held] = new("Déjà obtenu", "Already held"),
        [FactName.Level] = new("Niveau", "Level"),
        [FactName.Amount] = new("Montant", "Amount"),
        [FactName.Cap] = new("Plafond", "Cap"),
        [FactName.TopUpFrom] = new("Complément versé par", "Top-up from"),
        [FactName.TopUp] = new("Complément", "Top-up"),
    };

    public string InLanguage(RuleText text) => text.In(language);

    public string Label(FactName name) => InLanguage(Labels[name]);

    /// <summary>What a finding looked at.</summary>
    public FactPart[] Facts(Finding finding)
    {
        if (finding.Facts.Count == 0) return [];
        var parts = new FactPart[finding.Facts.Count];
        for (var place = 0; place < parts.Length; place++) parts[place] = new FactPart(Label(finding.Facts[place].Name), Value(finding.Facts[place].Value));
        return parts;
    }

    public string Text(Finding finding) => Text(finding, Facts(finding));

    /// <summary>The rule's sentence for what was found, with its facts in the place of their names.</summary>
    /// <param name="facts">Of this finding, in words.</param>
    public string Text(Finding finding, FactPart[] facts)
    {
        var whole = InLanguage(finding.Text);
        var open = whole.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return whole;
        var said = new StringBuilder(2 * whole.Length);
        var place = 0;
        for (; open >= 0; open = whole.IndexOf('{', place))
        {
            var close = whole.IndexOf('}', open);
            var name = whole.AsSpan((open + 1)..close);
            var fact = 0;
            while (fact < facts.Length && !name.SequenceEqual(finding.Facts[fact].Name.ToString())) fact++;
            // A fact that the finding lacks stays named, for a test to see.
            said.Append(whole, place, open - place).Append(fact < facts.Length ? facts[fact].Value : whole[open..(close + 1)]);
            place = close + 1;
        }
        return said.Append(whole, place, whole.Length - place).ToString();
    }

    public string Value(object value) => value switch
    {
        DateOnly day => Date(day),
        decimal euros => Euros(euros),
        Situation situation => InLanguage(SituationWords.Of(situation)),
        TopUpSource source => InLanguage(SituationWords.Of(source)),
        Idcc idcc => Branch(idcc),
        IEnumerable<Idcc> several => List([.. several.Select(Branch)]),
        CpfListing list => InLanguage(SituationWords.Of(list)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public string Date(DateOnly day) => language == Language.English ? day.ToString("d MMMM yyyy", English) : day.InWords();

    public string Euros(decimal euros) => language == Language.English ? euros.ToString(euros == decimal.Truncate(euros) ? "€#,##0" : "€#,##0.00", English) : euros.InEuros();

    private string Branch(Idcc idcc) => branches.FirstOrDefault(known => known.Idcc == idcc)?.Name ?? $"IDCC {idcc}";

    private string List(IReadOnlyList<string> words) => language == Language.English && words.Count > 1 ? string.Join(", ", words.SkipLast(1)) + " and " + words[^1] : Written.List(words);
}
