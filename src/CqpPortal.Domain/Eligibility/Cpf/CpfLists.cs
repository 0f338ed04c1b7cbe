using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The lists of 2015 to 2018: national, of a region, of a branch.</summary>
internal static class CpfLists
{
    /// <summary>A list that counts for the person holds the certification on the day of entry.</summary>
    public static Finding Examine(DatedRule rule, CpfQuestion question, bool branchListsCount)
    {
        var facts = question.Certification;
        var lists = facts.CpfListings
            .Where(list => list.HoldsOn(question.StartsOn) && (branchListsCount || list.Scope != CpfListScope.Branch)).ToList();
        if (lists.Find(list => list.Concerns(question.Branch, question.Region) == true) is { } found) return rule.Met(Bearing.Required, new Fact(FactName.CpfList, found));
        var mayDepend = lists.Exists(list => list.Concerns(question.Branch, question.Region) is null);
        return mayDepend || !facts.CpfListingsAreKnown ? rule.Unknown(Bearing.Required) : rule.NotMet(Bearing.Required);
    }
}
