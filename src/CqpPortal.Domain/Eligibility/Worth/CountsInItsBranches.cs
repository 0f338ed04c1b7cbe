namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Without an active registration, only the companies of the owning branches recognise it (L. 6113-4); who holds it by a registration keeps more.</summary>
internal sealed class CountsInItsBranches : ICondition<WorthQuestion>
{
    public string Series => "X2";

    public DateOnly DayOf(WorthQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WorthQuestion question)
    {
        var day = question.OnDay;
        if (day.IsRegistered || !day.CountsInBranches || question.IsHeldForGood) return null;
        var owners = question.Certification.Branches.Where(owner => owner.OwnsOn(question.Day)).Select(owner => owner.Branch).ToList();
        if (owners.Count == 0) return rule.Unknown(Bearing.Informative);
        Fact branches = new(FactName.Branches, owners);
        if (question.Branch is not { } asked) return rule.Met(Bearing.Informative, branches);
        return owners.Contains(asked) ? rule.Met(Bearing.Informative, branches) : rule.NotMet(Bearing.Informative, new Fact(FactName.Branch, asked), branches);
    }
}
