namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Until the end of July 2025 the CPF paid the support; jury fees often not.</summary>
internal sealed class JuryFeesWereOftenLeftOut : ICondition<VaeQuestion>
{
    public string Series => "V9";

    public DateOnly DayOf(VaeQuestion question) => question.Payment?.OrderedOn ?? DateOnly.MinValue;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.Payment is null || question.RncpRegistration is null ? null : rule.Warning(Bearing.Informative);
}
