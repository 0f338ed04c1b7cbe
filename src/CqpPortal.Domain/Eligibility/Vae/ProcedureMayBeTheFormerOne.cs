namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>In 2024, a certification not yet on France VAE kept the former procedure.</summary>
internal sealed class ProcedureMayBeTheFormerOne : ICondition<VaeQuestion>
{
    public string Series => "V5b";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.RncpRegistration is null ? null : rule.Warning(Bearing.Informative);
}
