namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The training leads to a certification active in the RNCP, or to blocks of it (L. 6323-6, I).</summary>
internal sealed class TrainingLeadsToTheRncp : ICondition<CpfQuestion>
{
    public string Series => "E2";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.Registration is not { } registration || !rule.Parameters.Registers.Contains(registration.Number.Register) || !question.IsActive(registration)) return null;
        if (question.Block is null) return rule.Met(Bearing.Required, RegistrationRules.Of(registration), RegistrationRules.LastDayOf(registration));
        Fact block = new(FactName.Block, question.Block);
        return registration.Blocks.Any(known => known.Code == question.Block)
            ? rule.Met(Bearing.Required, RegistrationRules.Of(registration), RegistrationRules.LastDayOf(registration), block)
            : rule.Unknown(Bearing.Required, RegistrationRules.Of(registration), block);
    }
}
