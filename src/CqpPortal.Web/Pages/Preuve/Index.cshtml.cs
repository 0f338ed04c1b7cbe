using CqpPortal.Database.Eligibility;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Preuve;

/// <summary>Makes a proof of an answer, and finds one again by its code.</summary>
internal sealed class IndexModel(ProofDesk desk) : PageModel
{
    /// <summary>A question that could not be answered, and why.</summary>
    public TypedForm? Question { get; private set; }

    public TypedForm Search { get; private set; } = new("/preuve", new Dictionary<string, string> { ["code"] = Say("Code de la fiche") });

    public IActionResult OnGet()
    {
        Search = Search.Read(Request.Query);
        if (Search["code"] is not { } typed) return Page();
        if (ProofCode.TryParse(typed, null, out var code)) return Redirect($"/preuve/{code}");
        Search = Search with
        {
            Refused = new Dictionary<string, Domain.Eligibility.RuleText>
            {
                ["code"] = new("Écrivez les dix lettres et chiffres de la fiche, par exemple K7F2A-9QMXT.", "Write the ten letters and digits of the sheet, such as K7F2A-9QMXT."),
            },
        };
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        if (QuestionKind.All.FirstOrDefault(known => known.Name == form["kind"]) is not { } kind) return BadRequest();
        var (proof, answering) = await desk.MakeAsync(kind, name => form[name] is { Count: > 0 } values ? values[0] : null, SiteAddress.Of(Request), cancellationToken);
        if (proof is not null) return Redirect($"/preuve/{proof.Code}");
        Question = new TypedForm($"/{kind.Name}", kind.ParameterNames.ToDictionary(name => name, name => name))
        {
            Refused = answering is Answering.Refused refused ? refused.Parameters : new Dictionary<string, Domain.Eligibility.RuleText>
            {
                ["code"] = new("Cette certification n’est plus connue du portail sous ce code.", "The portal no longer knows this certification under that code."),
            },
        };
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
