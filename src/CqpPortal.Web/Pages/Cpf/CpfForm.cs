using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>The question on the CPF as a form.</summary>
/// <param name="Typed">What was typed, or understood.</param>
/// <param name="Registration">The registration that the question is about, once it is known.</param>
internal sealed record CpfForm(TypedForm Typed, Registration? Registration = null)
{
    private static readonly string[] Details =
        ["price", "balance", "topUp", "topUpFrom", "providerSiret", "block", "blocksDeclared", "heldBlocks", "finishedOn", "branch", "region"];

    public static TypedForm Empty => new("/cpf", new Dictionary<string, string>
    {
        ["code"] = Say("Code ou titre de la certification"),
        ["orderDate"] = Say("Date de la commande"),
        ["startDate"] = Say("Date d’entrée en formation"),
        ["situation"] = Say("Votre situation"),
        ["price"] = Say("Prix de la formation, en euros"),
        ["balance"] = Say("Solde de votre compte, en euros"),
        ["topUp"] = Say("Complément d’un tiers, en euros"),
        ["topUpFrom"] = Say("Qui verse ce complément"),
        ["providerSiret"] = Say("SIRET de l’organisme de formation"),
        ["block"] = Say("Bloc visé"),
        ["blocksDeclared"] = Say("L’offre indique les blocs visés"),
        ["heldBlocks"] = Say("Ce que vous avez déjà obtenu"),
        ["finishedOn"] = Say("Fin de la formation ou examen"),
        ["branch"] = Say("Branche de votre entreprise (IDCC)"),
        ["region"] = Say("Région de votre lieu de travail"),
    });

    /// <summary>What is rarely told is folded, unless something of it was told or is wrong.</summary>
    public bool ShowsDetails => Details.Any(name => Typed[name] is not null || Typed.Refused.ContainsKey(name));

    public Field Code => Typed.Field("code") with
    {
        Help = Say("Un numéro comme RNCP35419 ou RS6117, même ancien, le code de la branche, ou le titre exact."),
        IsRequired = true,
    };

    public Field OrderDate => Typed.Field("orderDate") with { Help = Say("Sur Mon Compte Formation ; aujourd’hui si vous ne dites rien."), IsDate = true };

    public Field StartDate => Typed.Field("startDate") with { Help = Say("Le premier jour ; celui de la commande si vous ne dites rien."), IsDate = true };

    public Field Situation => Typed.Field("situation") with
    {
        Help = Say("Au jour de la commande."),
        Choices = Choices.Situations,
    };

    public IReadOnlyList<Field> Money =>
    [
        Typed.Field("price") with { InputMode = "decimal" },
        Typed.Field("balance") with { InputMode = "decimal" },
        Typed.Field("topUp") with { InputMode = "decimal" },
        Typed.Field("topUpFrom") with { Choices = [("", Say("Personne, ou je ne sais pas")), .. ParameterValues.TopUps.Select(value => (value.Key, Choices.Capital(SituationWords.Of(value.Value).In(Written.PageLanguage))))] },
    ];

    public IReadOnlyList<Field> Training =>
    [
        Typed.Field("providerSiret") with { Help = Say("14 chiffres, sur le devis ou le site de l’organisme."), InputMode = "numeric" },
        Block,
        Typed.Field("blocksDeclared") with { Help = Say("Sur sa page de Mon Compte Formation."), Choices = Choices.YesOrNo },
        Typed.Field("finishedOn") with { Help = Say("Le jour de l’examen s’il vient après."), IsDate = true },
        Typed.Field("heldBlocks") with { Help = Say("Numéros ou blocs, par exemple RNCP35419BC02 ; « aucun » si vous n’avez rien.") },
    ];

    public IReadOnlyList<Field> Before2019 =>
    [
        Typed.Field("branch") with { Help = Say("Quatre chiffres, sur le bulletin de paie."), InputMode = "numeric" },
        Typed.Field("region") with { Help = Say("Celle de votre domicile si vous étiez sans emploi.") },
    ];

    private Field Block => Typed.Field("block") with
    {
        Help = Choices.Blocks(Registration).Count > 0 ? Say("Un bloc peut se payer seul.") : Say("Son code si vous n’en visez qu’un, par exemple BC02."),
        Choices = Choices.Blocks(Registration),
        Language = Written.FrenchOnly,
    };
}
