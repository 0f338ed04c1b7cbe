using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Any CQP, registered or not, so long as its branch keeps it (L. 6314-1).</summary>
internal sealed class CertificationIsAlive : ICondition<WaysQuestion>
{
    public string Series => "c.6-certification";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question)
    {
        var day = RecognitionOnDay.Derive(question.Certification.Recognition, question.Day);
        return day.Status switch
        {
            RecognitionStatus.NotTransmitted or RecognitionStatus.Abolished => rule.NotMet(Bearing.Required),
            RecognitionStatus.Expired when !day.CountsInBranches => rule.Unknown(Bearing.Required),
            _ => rule.Met(Bearing.Required),
        };
    }
}
