namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>From 2015 to 2018, the certification stands on a national, regional or branch list (former L. 6323-16).</summary>
internal sealed class CertificationStandsOnAList : ICondition<CpfQuestion>
{
    public string Series => "E1b";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        return question.Certification.IsClea || question.Situation == Situation.JobSeeker ? null : CpfLists.Examine(rule, question, branchListsCount: true);
    }
}
