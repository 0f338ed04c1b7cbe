using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Reconnu;

/// <summary>The question on recognition as a form.</summary>
internal sealed record WorthForm(TypedForm Typed)
{
    public static TypedForm Empty => new("/reconnu", new Dictionary<string, string>
    {
        ["code"] = Say("Code ou titre de la certification"),
        ["branch"] = Say("Branche de votre entreprise"),
        ["day"] = Say("Jour de la question"),
        ["awardedOn"] = Say("Certificat obtenu le"),
        ["startedOn"] = Say("Entrée en formation"),
    });

    public Field Code => Typed.Field("code") with
    {
        Help = Say("Un numéro comme RNCP35419 ou RS6117, même ancien, le code de la branche, ou le titre exact."),
        IsRequired = true,
    };

    public Field Branch => Typed.Field("branch") with { Help = Say("Son nom, par exemple métallurgie, ou son IDCC : quatre chiffres, sur le bulletin de paie.") };

    public IReadOnlyList<Field> Days =>
    [
        Typed.Field("day") with { Help = Say("Aujourd’hui si vous ne dites rien."), IsDate = true },
        Typed.Field("awardedOn") with { Help = Say("Si vous l’avez : son niveau en dépend."), IsDate = true },
        Typed.Field("startedOn") with { Help = Say("Ou jour où la VAE est recevable."), IsDate = true },
    ];
}
