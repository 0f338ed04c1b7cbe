namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>A certification of the lists of 2018 that is in no register: a gap of the transition of 2019.</summary>
internal sealed class ListsOf2018NoLongerCount : ICondition<CpfQuestion>
{
    public string Series => "E15";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        // Stood on a list on the last day that lists counted.
        var eve = rule.Period.From.AddDays(-1);
        return question.Registration is null && question.Certification.CpfListings.Any(list => list.ListedFrom <= eve && eve <= list.ListedUntil)
            ? rule.Warning(Bearing.Informative)
            : null;
    }
}
