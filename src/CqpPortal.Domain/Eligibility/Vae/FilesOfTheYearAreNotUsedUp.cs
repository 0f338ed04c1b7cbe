namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>So many files a calendar year: one on a certification, three on different ones; blocks are not counted (R. 6412-3).</summary>
internal sealed class FilesOfTheYearAreNotUsedUp(string series, Func<VaeQuestion, int?> filesOf) : ICondition<VaeQuestion>
{
    public string Series => series;

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        if (question.Block is not null || question.RncpRegistration is null) return null;
        if (filesOf(question) is not { } files) return rule.Unknown(Bearing.Personal);
        var most = rule.Parameters.Files ?? int.MaxValue;
        Fact already = new(FactName.Files, files), limit = new(FactName.MaxFiles, most);
        return files < most
            ? rule.Met(Bearing.Personal, already, limit)
            : rule.NotMet(Bearing.Personal, already, limit) with { MetFrom = new DateOnly(question.AppliesOn.Year + 1, 1, 1) };
    }
}
