using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Answers.Batch;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>A list to check: pasted or as a file, with what its lines share.</summary>
internal sealed record LotForm(TypedForm Typed)
{
    private static readonly string[] SharedNames = ["orderDate", "startDate", "situation"];

    public static TypedForm Empty { get; } = new("/cpf/lot", new Dictionary<string, string>
    {
        ["codes"] = "Vos codes, un par ligne",
        ["file"] = "Ou votre fichier CSV",
        ["orderDate"] = "Date de la commande",
        ["startDate"] = "Date d’entrée en formation",
        ["situation"] = "Situation",
    });

    public Field Codes => Typed.Field("codes") with { Help = "Un numéro comme RNCP35419 ou RS6117, un code de branche ou un titre exact. Ou des cellules copiées d’un tableur." };

    public Field File => Typed.Field("file") with { Help = $"{CpfBatch.MostLines.Grouped()} lignes et {CpfBatch.MostBytes / 1_000_000}\u00A0Mo au plus. Depuis un tableur : « Enregistrer sous », puis CSV." };

    public IReadOnlyList<Field> Shared =>
    [
        Typed.Field("orderDate") with { Help = "Aujourd’hui si vous n’écrivez rien.", IsDate = true },
        Typed.Field("startDate") with { Help = "Le jour de la commande si vous n’écrivez rien.", IsDate = true },
        Typed.Field("situation") with
        {
            Help = "Au jour de la commande.",
            Choices = [.. ParameterValues.Situations.Select(value => (value.Key, char.ToUpperInvariant(SituationWords.Of(value.Value).Fr[0]) + SituationWords.Of(value.Value).Fr[1..]))],
        },
    ];

    /// <summary>What lines without days or situation of their own share.</summary>
    public IReadOnlyDictionary<string, string> SharedValues =>
        SharedNames.Where(name => Typed[name] is not null).ToDictionary(name => name, name => Typed[name]!, StringComparer.OrdinalIgnoreCase);

    public static LotForm Read(IFormCollection form) => new(Empty.With(
        SharedNames.Append("codes").Where(name => !string.IsNullOrWhiteSpace(form[name].FirstOrDefault())).Select(name => (name, (string?)form[name][0]))));

    public LotForm Refuse(string name, RuleText text) => new(Typed with { Refused = new Dictionary<string, RuleText> { [name] = text } });
}
