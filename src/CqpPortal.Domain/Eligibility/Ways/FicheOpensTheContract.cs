using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Some fiches close the contract although the law opens it to every CQP.</summary>
internal sealed class FicheOpensTheContract : ICondition<WaysQuestion>
{
    public string Series => "c.6-contrat-pro-route";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question) =>
        question.Certification.IsOpen(AccessRouteCode.ProfessionalisationContract) == false ? rule.NotMet(Bearing.Required) : null;
}
