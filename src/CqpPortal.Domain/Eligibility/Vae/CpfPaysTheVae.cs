namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>A VAE that leads to the RNCP may be paid by the CPF: since 2019 (E12, L. 6323-6, II, 1°), and before without any list (E1a).</summary>
internal sealed class CpfPaysTheVae(string series) : ICondition<VaeQuestion>
{
    public string Series => series;

    public DateOnly DayOf(VaeQuestion question) => question.Payment?.OrderedOn ?? DateOnly.MinValue;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.Payment is null || question.RncpRegistration is null ? null : rule.Met(Bearing.Informative);
}
