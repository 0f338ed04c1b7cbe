namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>From 2015 to 2018, the lists of a branch do not count for job seekers (former L. 6323-21).</summary>
internal sealed class JobSeekersListsAreOthers : ICondition<CpfQuestion>
{
    public string Series => "E1c";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        return question.Certification.IsClea || question.Situation != Situation.JobSeeker ? null : CpfLists.Examine(rule, question, branchListsCount: false);
    }
}
