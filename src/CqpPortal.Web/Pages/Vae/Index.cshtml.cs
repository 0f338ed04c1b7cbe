using CqpPortal.Database;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Vae;

/// <summary>May the certification be obtained by VAE, and what does the CPF pay of it?</summary>
internal sealed class IndexModel(AnswerDesk desk, PortalDbContext database) : AnswerPage<EligibilityDocument>(desk, database)
{
    private Registration? _registration;

    public VaeForm Form => new(Typed, _registration);

    /// <summary>The VAE itself is open: only its payment by the CPF is refused.</summary>
    public bool OnlyPaymentIsRefused => Document is { Verdict: "not-eligible" }
        && Document.Findings.Where(finding => finding.Outcome == "not-met").All(finding => finding.Rule == "V8" || new Reason(finding).IsOnPayment);

    public ShownVerdict Verdict => OnlyPaymentIsRefused
        ? new ShownVerdict("no", Say("Non, le CPF ne peut pas encore payer cette VAE."), Say($"{Document!.Findings.First(finding => finding.Decides).Text} La VAE elle-même vous est ouverte."))
        : ShownVerdict.Of(Document!);

    protected override QuestionKind Kind => QuestionKind.Vae;

    protected override TypedForm Empty => VaeForm.Empty;

    protected override Task AnsweredAsync(EligibilityDocument document, AnswerContext context, CancellationToken cancellationToken)
    {
        _registration = context.Asked.Facts.RegistrationOn(document.Question.ApplicationDate!.Value);
        return Task.CompletedTask;
    }
}
