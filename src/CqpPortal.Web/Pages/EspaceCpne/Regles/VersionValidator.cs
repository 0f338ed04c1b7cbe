using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>What a version must say before it can be tried and published.</summary>
internal sealed partial class VersionValidator : AbstractValidator<VersionForm>
{
    public const int MostMonths = 600;
    public const int MostFiles = 100;
    private const int LongestSentence = 600;

    private readonly DateOnly? _corrected;

    /// <param name="series">With its versions as they stand.</param>
    /// <param name="ids">Names that other series use.</param>
    /// <param name="today">In Paris.</param>
    /// <param name="corrected">First day of the version that this one corrects; null where one is added.</param>
    public VersionValidator(RuleSeriesVersions series, IReadOnlySet<string> ids, DateOnly today, DateOnly? corrected)
    {
        _corrected = corrected;
        RuleLevelCascadeMode = CascadeMode.Stop;
        Days(today);
        Field("id")
            .NotEmpty().WithMessage(_ => Say("Donnez un nom court, par exemple P7."))
            .Must(id => Name().IsMatch(id!)).WithMessage(_ => Say($"Écrivez {DatedRule.MaxIdLength} lettres, chiffres, points ou tirets au plus, sans espace, par exemple P7."))
            .Must(id => !ids.Contains(id!)).WithMessage(_ => Say("Une autre règle porte ce nom : choisissez-en un autre."));
        if (series.HasAmount) Euros("amount", isNeeded: true);
        if (series.HasCap) Euros("cap", isNeeded: true);
        if (series.HasMonths) Number("months", MostMonths, isNeeded: true);
        if (series.HasMonthsOfDecree) Number("monthsOfDecree", MostMonths, isNeeded: false);
        if (series.HasFiles) Number("files", MostFiles, isNeeded: true);
        if (series.HasRegisters) Ticked("registers", VersionForm.Registers.Keys, isNeeded: true);
        if (series.HasSituations) Ticked("situations", ParameterValues.Situations.Keys, isNeeded: false);
        if (series.HasTopUps) Ticked("topUps", ParameterValues.TopUps.Keys, isNeeded: false);
        Field("legalBasis")
            .NotEmpty().WithMessage(_ => Say("Citez l’article, le décret ou l’arrêté, par exemple : décret n° 2024-394 du 29 avril 2024."))
            .MaximumLength(500).WithMessage(_ => TooLong(500));
        Field("source")
            .NotEmpty().WithMessage(_ => Say("Dites où lire le texte, avec son adresse, par exemple : Légifrance : https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049486112"))
            .MaximumLength(1000).WithMessage(_ => TooLong(1000))
            .Must(source => RuleSource.Of(source!).Any(place => place.Address is not null))
            .WithMessage(_ => Say("Ajoutez l’adresse où le texte se lit. Elle commence par https://, par exemple : Légifrance : https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049486112"));
        foreach (var language in new[] { "fr", "en" })
        {
            Sentence(language, []);
            foreach (var outcome in series.Outcomes) Sentence(VersionForm.TextName(outcome, language), series.Names(outcome));
        }
        Field("confidence").Must(value => value is not null && VersionForm.Confidences.ContainsKey(value)).WithMessage(_ => Say("Choisissez la fiabilité : haute si vous avez lu le texte lui-même."));
    }

    private static string TooLong(int most) => Say($"Écrivez {most} caractères au plus.");

    private IRuleBuilderOptions<VersionForm, string?> Field(string name) => RuleFor(form => form[name]).Must(_ => true).OverridePropertyName(name);

    private void Days(DateOnly today)
    {
        Field("from")
            .NotEmpty().WithMessage(_ => Say("Donnez le premier jour où la version s’applique."))
            .Must((form, _) => form.From is not null).WithMessage(_ => Say("Écrivez une date entre 2000 et 2099, par exemple 2027-01-01."))
            .Must((form, _) => form.From > today || form.IsRetroactive)
            .WithMessage(_ => Say($"Choisissez un jour à partir du {today.AddDays(1).InWords()}. Si le texte vaut pour des jours passés, cochez « {VersionLabels.Of("retroactive")} »."))
            .Must((form, _) => Overlapped(form) is not { } other || other.From > form.From)
            .WithMessage(form => _corrected is null
                ? Say($"Une version vaut déjà {InWords(Overlapped(form)!.Value)}. Choisissez un premier jour qu’aucune version ne couvre, ou corrigez la version à venir.")
                : Say($"Une version vaut déjà {InWords(Overlapped(form)!.Value)}. Choisissez un premier jour qu’aucune version ne couvre."));
        Field("until")
            .Must((form, text) => text is null || form.Until is not null).WithMessage(_ => Say("Écrivez une date entre 2000 et 2099, par exemple 2027-12-31, ou rien si la fin n’est pas connue."))
            .Must((form, _) => form.Until is null || form.From is null || form.Until >= form.From).WithMessage(_ => Say("Le dernier jour ne peut pas précéder le premier : corrigez l’un des deux."))
            .Must((form, _) => Overlapped(form) is not { } other || other.From <= form.From)
            .WithMessage(form => Say($"Une version vaut déjà {InWords(Overlapped(form)!.Value)}. Donnez un dernier jour avant le {Overlapped(form)!.Value.From.InWords()}."));
        Field("reason")
            .NotEmpty().When(form => form.IsRetroactive, ApplyConditionTo.CurrentValidator).WithMessage(_ => Say("Dites pourquoi : le texte, sa date de parution et le jour depuis lequel il vaut."))
            .MaximumLength(500).WithMessage(_ => TooLong(500));
    }

    /// <summary>The first other version that holds on some days of this one; an open one before it ends the day before, and does not.</summary>
    private ValidityPeriod? Overlapped(VersionForm form)
    {
        if (form.From is not { } from || form.Until < from) return null;
        var period = new ValidityPeriod(from, form.Until);
        var corrected = form.Series.Starting(_corrected);
        foreach (var version in form.Series.Versions.Where(version => version != corrected))
        {
            var other = version.Rule.Period;
            var isReopened = corrected?.ClosedPrevious == true && other.Until == corrected.Rule.Period.From.AddDays(-1);
            if ((other.Until is null || isReopened) && other.From < from) continue;
            if (other.Overlaps(period)) return other;
        }
        return null;
    }

    private static string InWords(ValidityPeriod period) => period.Until is { } until ? Say($"du {period.From.InWords()} au {until.InWords()}") : Say($"à partir du {period.From.InWords()}");

    private void Euros(string name, bool isNeeded) => Field(name)
        .Must(text => !isNeeded || text is not null).WithMessage(_ => Say("Donnez ce montant ; 0 s’il n’y en a pas."))
        .Must((form, text) => text is null || form.Read.Euros(name) is not null).WithMessage(_ => Say("Écrivez un montant en euros entre 0 et 1 000 000, par exemple 150 ou 103,20."));

    private void Number(string name, int most, bool isNeeded) => Field(name)
        .Must(text => !isNeeded || text is not null).WithMessage(_ => Say("Donnez ce nombre ; 0 si le texte ne demande rien."))
        .Must((form, text) => text is null || form.Read.Count(name, most) is not null).WithMessage(_ => Say($"Écrivez un nombre entier entre 0 et {most}."));

    private void Ticked(string name, IEnumerable<string> known, bool isNeeded) => Field(name)
        .Must(text => !isNeeded || text is not null).WithMessage(_ => Say("Cochez au moins une case."))
        .Must((form, _) => form.Ticked(name).All(value => known.Contains(value))).WithMessage(_ => Say("Cochez parmi les cases proposées."));

    private void Sentence(string name, IReadOnlyList<FactName> names) => Field(name)
        .NotEmpty().WithMessage(_ => name.EndsWith("en", StringComparison.Ordinal) ? Say("Écrivez cette phrase en anglais aussi : le portail répond dans les deux langues.") : Say("Écrivez cette phrase : elle est dite aux personnes."))
        .MaximumLength(LongestSentence).WithMessage(_ => TooLong(LongestSentence))
        .Must(text => AreFilled(text!, names))
        .WithMessage(_ => names.Count == 0
            ? Say("Retirez les accolades : rien ne les remplit dans cette phrase.")
            : Say($"Entre accolades, écrivez seulement {string.Join(", ", names.Select(known => $"{{{known}}}"))} : la réponse ne remplit rien d’autre."));

    private static bool AreFilled(string text, IReadOnlyList<FactName> names) =>
        Braces().Replace(text, brace => names.Any(name => name.ToString() == brace.Groups[1].Value) ? "" : brace.Value).IndexOfAny(['{', '}']) < 0;

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^[\p{L}\p{Nd}.-]{1,30}$")]
    private static partial Regex Name();
}
