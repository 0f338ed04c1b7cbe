using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>Something that would change the answer, and the answer it would have.</summary>
/// <param name="Words">What would be different.</param>
/// <param name="Address">Asks that question.</param>
internal sealed record Alternative(string Words, EligibilityDocument Document, string Address)
{
    public Answer Answer => new(ShownVerdict.ToneOf(Document.Verdict), Document.Amounts.HolderPays is { } pays ? Say($"{Verdict} : vous payez {pays.InEuros()}") : Verdict);

    private string Verdict => Document.Verdict switch
    {
        "eligible" => Say("Oui"),
        "eligible-under-conditions" => Say("Oui, à condition"),
        "not-eligible" => Say("Non"),
        _ => Say("Pas de réponse sûre"),
    };
}
