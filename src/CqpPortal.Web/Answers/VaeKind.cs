using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;

namespace CqpPortal.Web.Answers;

/// <summary>May the certification be obtained by VAE, and what does the CPF pay of it?</summary>
internal sealed class VaeKind : QuestionKind
{
    private const int MostMonths = 720;
    private const int MostFiles = 100;

    public override string Name => "vae";

    public override IReadOnlyList<string> ParameterNames { get; } =
    [
        "code", "applicationDate", "experienceMonths", "receivedOn", "admissibleOn", "juryOn", "block", "filesThisYear", "otherFilesThisYear", "day",
        "orderDate", "price", "balance", "juryFee", "situation", "onFranceVae", "registeredOnFranceVae",
    ];

    public override AskedQuestion Read(Parameters typed, DateOnly today)
    {
        var received = typed.Date("receivedOn");
        var applies = typed.Date("applicationDate") ?? received ?? today;
        if (received < applies)
            typed.Refuse("receivedOn", "Le dossier ne peut pas être reçu avant d’être déposé.", "The file cannot be received before it is handed in.");
        var admissible = typed.Date("admissibleOn");
        if (admissible < applies)
            typed.Refuse("admissibleOn", "Le dossier ne peut pas être recevable avant d’être déposé.", "The file cannot be admissible before it is handed in.");
        var jury = typed.Date("juryOn");
        if (jury < (admissible ?? applies))
            typed.Refuse("juryOn", "Le jury ne peut pas précéder le dépôt du dossier ni sa recevabilité.", "The jury cannot precede the file or its admissibility.");
        return new AskedQuestion
        {
            Code = CodeOf(typed),
            Block = typed.Text("block"),
            ApplicationDate = applies,
            ExperienceMonths = typed.Count("experienceMonths", MostMonths),
            ReceivedOn = received,
            AdmissibleOn = admissible,
            JuryOn = jury,
            FilesThisYear = typed.Count("filesThisYear", MostFiles),
            OtherFilesThisYear = typed.Count("otherFilesThisYear", MostFiles),
            Day = typed.Date("day") ?? today,
            OrderDate = typed.Date("orderDate"),
            Situation = typed.OneOf("situation", ParameterValues.Situations) is { } situation ? ParameterValues.Of(situation) : null,
            Price = typed.Euros("price"),
            Balance = typed.Euros("balance"),
            JuryFee = typed.Euros("juryFee"),
            OnFranceVae = typed.YesOrNo("onFranceVae"),
            RegisteredOnFranceVae = typed.YesOrNo("registeredOnFranceVae"),
        };
    }

    public override AskedQuestion Fit(AskedQuestion question, AnswerContext context, Parameters typed) => question with
    {
        Block = BlockOf(question.Block ?? context.Asked.Block, question.ApplicationDate!.Value, context, typed),
    };

    public override AnswerDocument Answer(AnswerContext context, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations) =>
        context.Document(question, VaeEligibility.Answer(context.Rules, new VaeQuestion
        {
            Certification = context.Asked.Facts,
            AppliesOn = question.ApplicationDate!.Value,
            Day = question.Day!.Value,
            ExperienceMonths = question.ExperienceMonths,
            ReceivedOn = question.ReceivedOn,
            AdmissibleOn = question.AdmissibleOn,
            JuryOn = question.JuryOn,
            Block = question.Block,
            FilesThisYear = question.FilesThisYear,
            OtherFilesThisYear = question.OtherFilesThisYear,
            Payment = PaymentOf(question),
        }));

    /// <summary>What the CPF pays is asked as soon as one of its facts is told.</summary>
    private static VaePayment? PaymentOf(AskedQuestion question) =>
        question is { OrderDate: null, Price: null, Balance: null, JuryFee: null, OnFranceVae: null, RegisteredOnFranceVae: null } ? null : new VaePayment
        {
            OrderedOn = question.OrderDate ?? question.ApplicationDate!.Value,
            Situation = question.Situation is null ? Situation.Employee : ParameterValues.Situations[question.Situation],
            Price = question.Price,
            Balance = question.Balance,
            JuryFee = question.JuryFee,
            OnFranceVae = question.OnFranceVae,
            RegisteredOnFranceVae = question.RegisteredOnFranceVae,
        };
}
