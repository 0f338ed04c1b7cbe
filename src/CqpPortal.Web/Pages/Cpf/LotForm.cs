using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers.Batch;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>A list to check: pasted or as a file, with what its lines share.</summary>
internal sealed record LotForm(TypedForm Typed)
{
    private static readonly string[] SharedNames = ["orderDate", "startDate", "situation"];

    public static TypedForm Empty => new("/cpf/lot", new Dictionary<string, string>
    {
        ["codes"] = Say("Vos codes, un par ligne"),
        ["file"] = Say("Ou votre fichier CSV"),
        ["orderDate"] = Say("Date de la commande"),
        ["startDate"] = Say("Date d’entrée en formation"),
        ["situation"] = Say("Situation"),
    });

    public Field Codes => Typed.Field("codes") with { Help = Say("Un numéro comme RNCP35419 ou RS6117, un code de branche ou un titre exact. Ou des cellules copiées d’un tableur.") };

    public Field File => Typed.Field("file") with { Help = Say($"{CpfBatch.MostLines.Grouped()} lignes et {CpfBatch.MostBytes / 1_000_000} Mo au plus. Depuis un tableur : « Enregistrer sous », puis CSV.") };

    public IReadOnlyList<Field> Shared =>
    [
        Typed.Field("orderDate") with { Help = Say("Aujourd’hui si vous n’écrivez rien."), IsDate = true },
        Typed.Field("startDate") with { Help = Say("Le jour de la commande si vous n’écrivez rien."), IsDate = true },
        Typed.Field("situation") with
        {
            Help = Say("Au jour de la commande."),
            Choices = Choices.Situations,
        },
    ];

    /// <summary>What lines without days or situation of their own share.</summary>
    public IReadOnlyDictionary<string, string> SharedValues =>
        SharedNames.Where(name => Typed[name] is not null).ToDictionary(name => name, name => Typed[name]!, StringComparer.OrdinalIgnoreCase);

    public static LotForm Read(IFormCollection form) => new(Empty.With(
        SharedNames.Append("codes").Where(name => !string.IsNullOrWhiteSpace(form[name].FirstOrDefault())).Select(name => (name, (string?)form[name][0]))));

    public LotForm Refuse(string name, RuleText text) => new(Typed with { Refused = new Dictionary<string, RuleText> { [name] = text } });
}
