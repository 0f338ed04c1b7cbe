using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Parcours;

/// <summary>The question on the ways to prepare as a form.</summary>
internal sealed record WaysForm(TypedForm Typed)
{
    public static TypedForm Empty => new("/parcours", new Dictionary<string, string>
    {
        ["code"] = Say("Code ou titre de la certification"),
        ["situation"] = Say("Votre situation"),
        ["date"] = Say("Date du projet"),
        ["seniorityMonths"] = Say("Mois travaillés comme salarié"),
        ["changesJob"] = Say("Votre projet change-t-il de métier ?"),
        ["youngOrOnBenefits"] = Say("Avez-vous de 16 à 25 ans, ou le RSA, l’ASS ou l’AAH ?"),
    });

    public Field Code => Typed.Field("code") with
    {
        Help = Say("Un numéro comme RNCP35419 ou RS6117, même ancien, le code de la branche, ou le titre exact."),
        IsRequired = true,
    };

    public Field Situation => Typed.Field("situation") with { Choices = Choices.Situations };

    public Field Date => Typed.Field("date") with { Help = Say("Contrat, accord, commande ou dépôt du dossier."), IsDate = true };

    public Field Seniority => Typed.Field("seniorityMonths") with { Help = Say("Pour un projet de transition. Laissez vide si vous ne savez pas."), InputMode = "numeric" };

    public Field YoungOrOnBenefits => Typed.Field("youngOrOnBenefits") with { Help = Say("Pour un contrat de professionnalisation, si vous n’êtes pas demandeur d’emploi."), Choices = Choices.YesOrNo };

    public Field ChangesJob => Typed.Field("changesJob") with { Help = Say("Pour un projet de transition."), Choices = Choices.YesOrNo };
}
