using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Pages.Parcours;

/// <summary>One way as the page shows it.</summary>
internal sealed record ShownWay(WayPart Part, AskedQuestion Question)
{
    public Answer Answer => Part.Verdict switch
    {
        "eligible" when Questions.Count > 0 => Answer.If(Say("Ouverte, selon votre cas")),
        "eligible" => Answer.Yes(Say("Ouverte")),
        "eligible-under-conditions" => Answer.If(Say("Ouverte à condition")),
        "not-eligible" => Answer.No(Say("Fermée")),
        _ => Answer.Unknown(Say("À vérifier")),
    };

    public string DecidedBy => Choices.Capital(Part.DecidedBy);

    /// <summary>Of a closed way, all that closes it; else whom it is for and what decides.</summary>
    public IReadOnlyList<string> Sentences => Part.Verdict == "not-eligible"
        ? [.. Part.Findings.Where(finding => finding.Outcome == "not-met" && !new Reason(finding).IsOnPayment).Select(Closing).Distinct()]
        : [.. Part.Findings.Where((finding, place) => finding.Outcome != "unknown" && (finding.Decides || (IsOfWays(finding) && (place == 0 || finding.Outcome == "warning")))).Select(finding => finding.Text).Distinct()];

    /// <summary>What is still to be told or asked for.</summary>
    public IReadOnlyList<string> Questions => Part.Verdict == "not-eligible"
        ? []
        : [.. Part.Findings.Where(finding => finding.Outcome == "unknown" && (finding.Decides || IsOfWays(finding))).Select(finding => finding.Text)];

    /// <summary>The page that answers more precisely than a way among others; null where there is none.</summary>
    public (string Address, string Words)? More => Part.Id switch
    {
        "cpf" => (Address("/cpf", ("orderDate", Question.Date), ("startDate", Question.Date), ("situation", Question.Situation)), Say("Calculer ce que paie le CPF")),
        "vae" => (Address("/vae", ("applicationDate", Question.Date)), Say("Préciser la question sur la VAE")),
        _ => null,
    };

    private string Address(string path, params (string Name, object? Value)[] parameters) =>
        QueryHelpers.AddQueryString(path, parameters.Prepend(("code", Question.Code)).Select(parameter =>
            KeyValuePair.Create(parameter.Item1, parameter.Item2 is DateOnly day ? day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : parameter.Item2?.ToString())));

    private static string Closing(FindingPart finding) => finding.MetFrom is { } day ? Say($"{finding.Text} Possible à partir du {day.InWords()}.") : finding.Text;

    /// <summary>CPF and VAE have findings of their own, which their own pages show.</summary>
    private static bool IsOfWays(FindingPart finding) => finding.Rule.StartsWith("c.6", StringComparison.Ordinal);
}
