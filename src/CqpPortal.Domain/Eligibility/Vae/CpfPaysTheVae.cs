namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>A VAE that leads to the RNCP may be paid by the CPF (L. 6323-6, II, 1°).</summary>
internal sealed class CpfPaysTheVae : ICondition<VaeQuestion>
{
    public string Series => "E12";

    public DateOnly DayOf(VaeQuestion question) => question.Payment?.OrderedOn ?? DateOnly.MinValue;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.Payment is null || question.RncpRegistration is null ? null : rule.Met(Bearing.Informative);
}
