using System.Globalization;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Finish;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>Will I finish in time? The days of a training against those of the registration.</summary>
internal sealed class ATempsModel(AnswerDesk desk, TimeProvider clock) : PageModel
{
    /// <summary>The rules on days: what concerns the holder and the provider is asked on the page of the CPF.</summary>
    private static readonly string[] OnDays = ["E4", "b.2", "X12", "E5", "E2", "E3", "E6", "X6", "b.6"];

    public InTimeForm Form { get; private set; } = null!;

    public DateOnly StartsOn { get; private set; }

    public DateOnly FinishesOn { get; private set; }

    public InTimeAnswer? Answer { get; private set; }

    public EligibilityDocument Document { get; private set; } = null!;

    public Answering.NotFound? NotFoundCode { get; private set; }

    public IReadOnlyList<FindingPart> Findings => [.. Document.Findings.Where(finding => OnDays.Contains(finding.Rule))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var form = InTimeForm.Empty.Read(Request.Query);
        if (form["code"] is not null && Request.Query.Any(field => string.IsNullOrWhiteSpace(field.Value))) return LocalRedirect(form.Address);
        var today = clock.TodayInParis();
        // A code alone comes from a link: the days are still to be told.
        if (form["duration"] is null && form["finishedOn"] is null && !Request.Query.ContainsKey("unit"))
        {
            Form = new InTimeForm(form.With(("startDate", form["startDate"] ?? Iso(today))));
            return Page();
        }
        Form = new InTimeForm(form);
        var typed = form.ToParameters();
        if (InTimeForm.Read(typed, today) is not var (start, end))
        {
            Refuse(typed.Refused, StatusCodes.Status400BadRequest);
            return Page();
        }
        (StartsOn, FinishesOn) = (start, end);
        Form = new InTimeForm(form.With(("startDate", Iso(start))));
        var asked = new Dictionary<string, string?> { ["code"] = form["code"], ["orderDate"] = Iso(start), ["startDate"] = Iso(start), ["finishedOn"] = Iso(end) };
        switch (await desk.AskAsync(QuestionKind.Cpf, new Parameters(name => asked.GetValueOrDefault(name)), (Language.French, ""), cancellationToken))
        {
            case Answering.Answered { Document: EligibilityDocument document, Context: var context }:
                Document = document;
                Answer = FinishingInTime.Answer(context.Asked.Facts, start, end);
                break;
            case Answering.Refused { Parameters: var refused }:
                Refuse(refused, StatusCodes.Status400BadRequest);
                break;
            case Answering.NotFound missing:
                NotFoundCode = missing;
                Refuse(new Dictionary<string, RuleText> { ["code"] = CpfForm.UnknownCode }, StatusCodes.Status404NotFound);
                break;
        }
        return Page();
    }

    private void Refuse(IReadOnlyDictionary<string, RuleText> refused, int status)
    {
        Form = new InTimeForm(Form.Typed with { Refused = refused });
        Response.StatusCode = status;
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
