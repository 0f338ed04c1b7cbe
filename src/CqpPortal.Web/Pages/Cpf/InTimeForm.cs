using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>The question whether a training ends in time, as a form.</summary>
internal sealed record InTimeForm(TypedForm Typed)
{
    private const int MostUnits = 300;

    private static readonly Dictionary<string, bool> AreMonths = new() { ["months"] = true, ["weeks"] = false };

    public static TypedForm Empty => new("/cpf/a-temps", new Dictionary<string, string>
    {
        ["code"] = Say("Code ou titre de la certification"),
        ["startDate"] = Say("Date d’entrée en formation"),
        ["duration"] = Say("Durée de la formation"),
        ["unit"] = Say("Mois ou semaines"),
        ["finishedOn"] = Say("Ou date de l’examen final, si vous la connaissez"),
    });

    public Field Code => Typed.Field("code") with { Help = Say("Un numéro comme RNCP35419, le code de la branche, ou le titre exact."), IsRequired = true };

    public Field StartDate => Typed.Field("startDate") with { IsDate = true };

    public Field Duration => Typed.Field("duration") with { InputMode = "numeric" };

    public Field Unit => Typed.Field("unit") with { Choices = [("months", Say("mois")), ("weeks", Say("semaines"))] };

    public Field FinishedOn => Typed.Field("finishedOn") with { Help = Say("Elle compte plus que la durée : c’est là que le certificat se décide."), IsDate = true };

    /// <summary>The days meant; null where something does not read, as the parameters then say.</summary>
    public static (DateOnly StartsOn, DateOnly FinishesOn)? Read(Parameters typed, DateOnly today)
    {
        typed.Required("code", "Donnez le code ou le titre d’une certification, par exemple RNCP35419.", "Give the code or the title of a certification, such as RNCP35419.");
        var start = typed.Date("startDate") ?? today;
        var areMonths = typed.OneOf("unit", AreMonths) ?? true;
        var end = typed.Date("finishedOn") ?? (typed.Count("duration", MostUnits) switch
        {
            null => null,
            0 => start,
            { } count when areMonths => start.AddMonths(count).AddDays(-1),
            { } count => start.AddDays(7 * count - 1),
        });
        if (end is null) typed.Refuse("duration", "Donnez une durée, par exemple 9 mois, ou la date de l’examen final.", "Give a duration, such as 9 months, or the date of the final examination.");
        if (end < start) typed.Refuse("finishedOn", "La fin ne peut pas précéder l’entrée en formation.", "The end cannot precede the start.");
        return typed.Refused.Count > 0 ? null : (start, end!.Value);
    }
}
