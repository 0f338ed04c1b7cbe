using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>Who pays a price, drawn as one bar: the account, a third party, the holder. Places and widths are per cent of the picture's width.</summary>
internal sealed record PaymentShares(AskedQuestion Question, IReadOnlyList<FindingPart> Findings, AmountsPart Amounts)
{
    private const double Gap = 0.4;

    /// <summary>Null unless price and balance were told and a contribution was in force.</summary>
    public static PaymentShares? Of(EligibilityDocument document) => document is { Amounts.HolderPays: not null, Question.Price: > 0 }
        ? new PaymentShares(document.Question, document.Findings, document.Amounts)
        : null;

    /// <summary>Of the training; of a VAE, the support and the jury.</summary>
    public decimal Price => Question.Price!.Value + (Question.JuryFee ?? 0);

    public decimal Account => Amounts.AccountPays!.Value;

    public decimal TopUp => Amounts.TopUp!.Value;

    public decimal Holder => Amounts.HolderPays!.Value;

    /// <summary>Part of what the holder pays.</summary>
    public decimal Contribution => Math.Min(Amounts.Contribution ?? 0, Price);

    public bool IsExempt => Amounts.Contribution == 0 && Findings.Any(finding => finding is { Rule: ['P', ..], Outcome: "not-met" });

    /// <summary>From left to right; the last one, which the contribution hatches, stands at the right end.</summary>
    public IReadOnlyList<(string Tone, double Start, double Width)> Bars
    {
        get
        {
            var bars = new List<(string, double, double)>();
            var start = 0.0;
            foreach (var (tone, part) in new[] { ("f-rncp", Account), ("f-rs", TopUp), ("f-copper", Holder - Contribution), ("f-contribution", Contribution) })
            {
                if (part <= 0) continue;
                var width = Percent(part);
                bars.Add((tone, start, Math.Max(0.4, width - (start + width < 99.9 ? Gap : 0))));
                start += width;
            }
            return bars;
        }
    }

    /// <summary>The picture in words.</summary>
    public string Title => (TopUp > 0, Contribution > 0) switch
    {
        (true, true) => Say($"Sur {Price.InEuros()}, votre CPF paie {Account.InEuros()}, {Payer} {TopUp.InEuros()} et vous payez {Holder.InEuros()}, dont {Contribution.InEuros()} de participation obligatoire."),
        (true, false) => Say($"Sur {Price.InEuros()}, votre CPF paie {Account.InEuros()}, {Payer} {TopUp.InEuros()} et vous payez {Holder.InEuros()}."),
        (false, true) => Say($"Sur {Price.InEuros()}, votre CPF paie {Account.InEuros()} et vous payez {Holder.InEuros()}, dont {Contribution.InEuros()} de participation obligatoire."),
        _ => Say($"Sur {Price.InEuros()}, votre CPF paie {Account.InEuros()} et vous payez {Holder.InEuros()}."),
    };

    public string Payer => Question.TopUpFrom is null ? Say("un tiers") : SituationWords.Of(ParameterValues.TopUps[Question.TopUpFrom]).In(Written.PageLanguage);

    public string WhyAccount
    {
        get
        {
            if (Account == 0) return Question.Balance == 0 ? Say("Votre compte est vide.") : Say("Il ne reste rien à payer pour votre compte.");
            if (Account == Amounts.Cap) return Say("C’est le plafond d’une certification du répertoire spécifique.");
            return Account == Question.Balance ? Say("C’est tout votre solde.") : Say("C’est le prix, moins ce que paient les autres.");
        }
    }

    private double Percent(decimal part) => (double)(part * 100 / Price);
}
