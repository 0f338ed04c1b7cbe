namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The account that should pay the VAE is open, and not closed by a full-rate pension (L. 6323-3, L. 5151-2).</summary>
internal sealed class HoldersAccountIsOpen : ICondition<VaeQuestion>
{
    public string Series => "E0";

    public DateOnly DayOf(VaeQuestion question) => question.Payment?.OrderedOn ?? DateOnly.MinValue;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        if (question.Payment is not { Situation: not Situation.PublicAgent } payment || question.RncpRegistration is null) return null;
        Fact situation = new(FactName.Situation, payment.Situation);
        return payment.Situation == Situation.Retired ? rule.NotMet(Bearing.Personal, situation) : rule.Unknown(Bearing.Personal, situation);
    }
}
