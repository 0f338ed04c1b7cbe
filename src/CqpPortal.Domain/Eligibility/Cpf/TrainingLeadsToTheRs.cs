namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The training leads to a certification active in the répertoire spécifique, which has no blocks (L. 6323-6, I, L. 6113-6).</summary>
internal sealed class TrainingLeadsToTheRs : ICondition<CpfQuestion>
{
    public string Series => "E3";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.Registration is not { } registration || !rule.Parameters.Registers.Contains(registration.Number.Register) || !question.IsActive(registration)) return null;
        return question.Block is null
            ? rule.Met(Bearing.Required, RegistrationRules.Of(registration), RegistrationRules.LastDayOf(registration))
            : rule.NotMet(Bearing.Required, RegistrationRules.Of(registration), new Fact(FactName.Block, question.Block));
    }
}
