namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>A certifier that has not answered in time has admitted the file (L. 6412-2).</summary>
internal sealed class SilenceAdmits : ICondition<VaeQuestion>
{
    public string Series => "V7";

    public DateOnly DayOf(VaeQuestion question) => question.ReceivedOn ?? question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        if (question is not { ReceivedOn: { } received, SilenceAdmitsOn: { } silence, AdmissibleOn: null }) return null;
        Fact handedIn = new(FactName.ReceivedOn, received), admits = new(FactName.SilenceAdmitsOn, silence);
        return silence <= question.Day
            ? rule.Met(Bearing.Informative, handedIn, admits)
            : rule.Warning(Bearing.Informative, handedIn, admits) with { MetFrom = silence };
    }
}
