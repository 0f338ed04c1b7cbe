using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Sent to the authority of the day: France compétences since 2019 (X1, L. 6113-4), the CNCP before (X1b, former L. 6314-2).</summary>
internal sealed class IsTransmitted(string series) : ICondition<WorthQuestion>
{
    public string Series => series;

    public DateOnly DayOf(WorthQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WorthQuestion question)
    {
        var day = question.OnDay;
        return day.Status switch
        {
            RecognitionStatus.NotTransmitted => rule.NotMet(Bearing.Required),
            RecognitionStatus.Abolished => null,
            RecognitionStatus.Expired when !day.CountsInBranches => rule.Unknown(Bearing.Required),
            _ => rule.Met(Bearing.Required),
        };
    }
}
