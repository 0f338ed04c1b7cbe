using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>An offer for the RNCP declares the blocks it leads to, or is not shown.</summary>
internal sealed class OfferDeclaresItsBlocks : ICondition<CpfQuestion>
{
    public string Series => "E9";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.Registration is not { Number.Register: Register.Rncp }) return null;
        return question.BlocksDeclared switch
        {
            true => rule.Met(Bearing.Informative),
            false => rule.Warning(Bearing.Informative),
            null => rule.Unknown(Bearing.Informative),
        };
    }
}
