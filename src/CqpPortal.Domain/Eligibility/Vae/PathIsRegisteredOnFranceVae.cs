namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The CPF pays support and jury of a VAE when the holder, for a certification on France VAE, registered there first (D. 6323-5, D. 6323-7).</summary>
internal sealed class PathIsRegisteredOnFranceVae : ICondition<VaeQuestion>
{
    public string Series => "V8";

    public DateOnly DayOf(VaeQuestion question) => question.Payment?.OrderedOn ?? DateOnly.MinValue;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        if (question.Payment is not { } payment || question.RncpRegistration is null) return null;
        return (payment.OnFranceVae, payment.RegisteredOnFranceVae) switch
        {
            (false, _) or (_, true) => rule.Met(Bearing.Personal),
            (true, false) => rule.NotMet(Bearing.Personal),
            _ => rule.Unknown(Bearing.Conditional),
        };
    }
}
