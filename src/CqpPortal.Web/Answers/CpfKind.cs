using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Answers;

/// <summary>May the CPF pay a training, and what is left to pay?</summary>
internal sealed class CpfKind : QuestionKind
{
    public override string Name => "cpf";

    public override IReadOnlyList<string> ParameterNames { get; } =
    [
        "code", "block", "orderDate", "startDate", "finishedOn", "situation", "branch", "region", "price", "balance", "topUp", "topUpFrom", "providerSiret", "blocksDeclared", "heldBlocks",
    ];

    public override AskedQuestion Read(Parameters typed, DateOnly today)
    {
        var start = typed.Date("startDate");
        // A training that has begun was ordered before: no order of today can be meant.
        var order = typed.Date("orderDate") ?? (start < today ? start.Value : today);
        if (start < order)
            typed.Refuse("startDate", "L’entrée en formation ne peut pas précéder la commande : corrigez l’une des deux dates.", "Training cannot start before it is ordered: correct one of the two dates.");
        var end = typed.Date("finishedOn");
        if (end < (start ?? order))
            typed.Refuse("finishedOn", "La fin ne peut pas précéder l’entrée en formation.", "The end cannot precede the start.");
        var siret = typed.Text("providerSiret");
        if (siret is not null && !Siret.TryParse(siret, null, out _))
            typed.Refuse("providerSiret", "Écrivez les 14 chiffres du SIRET de l’organisme.", "Write the 14 digits of the provider’s SIRET.");
        return new AskedQuestion
        {
            Code = CodeOf(typed),
            Block = typed.Text("block"),
            OrderDate = order,
            StartDate = start ?? order,
            FinishedOn = end,
            Situation = ParameterValues.Of(typed.OneOf("situation", ParameterValues.Situations) ?? Situation.Employee),
            Branch = typed.Branch("branch")?.ToString(),
            Region = typed.Text("region"),
            Price = typed.Euros("price"),
            Balance = typed.Euros("balance"),
            TopUp = typed.Euros("topUp"),
            TopUpFrom = typed.OneOf("topUpFrom", ParameterValues.TopUps) is { } source ? ParameterValues.Of(source) : null,
            ProviderSiret = Siret.TryParse(siret, null, out var provider) ? provider.ToString() : siret,
            BlocksDeclared = typed.YesOrNo("blocksDeclared"),
            HeldBlocks = typed.List("heldBlocks"),
        };
    }

    public override AskedQuestion Fit(AskedQuestion question, AnswerContext context, Parameters typed) => question with
    {
        Block = BlockOf(question.Block ?? context.Asked.Block, question.OrderDate!.Value, context, typed),
        HeldBlocks = question.HeldBlocks is null ? null : [.. question.HeldBlocks.Select(held => HeldOf(held, context, typed))],
    };

    /// <summary>A number or the code of a block; the certification's own code or address stands for its first number.</summary>
    private static string HeldOf(string held, AnswerContext context, Parameters typed)
    {
        if (SkillBlockCode.TryParse(held, null, out var block)) return block.ToString();
        if (RegistryNumber.TryParse(held, out var number)) return number.ToString();
        var known = context.Asked.Certification;
        if (string.Equals(held, known.LocalCode, StringComparison.OrdinalIgnoreCase) || string.Equals(held, known.Slug, StringComparison.OrdinalIgnoreCase))
            return known.Facts.Recognition.Registrations.Select(registration => registration.Number.ToString()).FirstOrDefault(held);
        typed.Refuse("heldBlocks", $"« {held} » n’est ni un numéro ni un bloc : écrivez par exemple RNCP35419 ou RNCP35419BC02, ou none.",
            $"“{held}” is neither a number nor a block: write RNCP35419 or RNCP35419BC02, for instance, or none.");
        return held;
    }

    public override RegistryNumber? ProvidersOf(AskedQuestion question, CertificationFacts facts) =>
        question.ProviderSiret is null ? null : facts.RegistrationOn(question.OrderDate!.Value)?.Number;

    public override AnswerDocument Answer(AnswerContext context, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations) =>
        context.Document(question, Examine(context, question, habilitations));

    /// <summary>The answer before it is put into words.</summary>
    public static EligibilityAnswer Examine(AnswerContext context, AskedQuestion question, IReadOnlyList<Habilitation>? habilitations) =>
        CpfEligibility.Answer(context.Rules, new CpfQuestion
        {
            Certification = context.Asked.Facts,
            OrderedOn = question.OrderDate!.Value,
            StartsOn = question.StartDate!.Value,
            FinishesOn = question.FinishedOn,
            Situation = ParameterValues.Situations[question.Situation!],
            Block = question.Block,
            Branch = question.Branch is null ? null : Idcc.Parse(question.Branch, null),
            Region = question.Region,
            Price = question.Price,
            Balance = question.Balance,
            TopUp = question.TopUp,
            TopUpFrom = question.TopUpFrom is null ? null : ParameterValues.TopUps[question.TopUpFrom],
            Provider = question.ProviderSiret is null ? null : new ProviderFacts(question.ProviderSiret, habilitations),
            BlocksDeclared = question.BlocksDeclared,
            Held = question.HeldBlocks,
        });
}
