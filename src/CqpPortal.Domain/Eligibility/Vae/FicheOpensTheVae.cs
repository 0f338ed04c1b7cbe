using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The fiche opens the VAE; where it does not tell, nobody knows.</summary>
internal sealed class FicheOpensTheVae : ICondition<VaeQuestion>
{
    public string Series => "V1b";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.RncpRegistration is null ? null : question.Certification.IsOpen(AccessRouteCode.PriorExperience) switch
        {
            true => rule.Met(Bearing.Required),
            false => rule.NotMet(Bearing.Required),
            null => rule.Unknown(Bearing.Required),
        };
}
