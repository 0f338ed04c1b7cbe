namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The account is open, and not closed by a full-rate pension (L. 6323-3, L. 5151-2).</summary>
internal sealed class HoldersAccountIsOpen : ICondition<CpfQuestion>
{
    public string Series => "E0";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Situation == Situation.Retired
            ? rule.NotMet(Bearing.Personal, new Fact(FactName.Situation, question.Situation))
            : rule.Unknown(Bearing.Personal, new Fact(FactName.Situation, question.Situation));
}
