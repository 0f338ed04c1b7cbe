namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The experience lasts as long as the law of the day of the file asks: three years, then one, then none (V2 to V5).</summary>
internal sealed class ExperienceIsLongEnough : ICondition<VaeQuestion>
{
    public string Series => "experience";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        var needed = rule.Parameters.Months ?? 0;
        var byDecree = rule.Parameters.MonthsOfDecree ?? needed;
        if (byDecree == 0) return rule.Met(Bearing.Required);
        if (question.ExperienceMonths is not { } months)
            return rule.Unknown(needed == 0 ? Bearing.Conditional : Bearing.Required, new Fact(FactName.NeededMonths, byDecree));
        Fact told = new(FactName.ExperienceMonths, months);
        if (months < needed) return rule.NotMet(Bearing.Required, told, new Fact(FactName.NeededMonths, needed));
        return months < byDecree
            ? rule.Warning(Bearing.Conditional, told, new Fact(FactName.NeededMonths, byDecree))
            : rule.Met(Bearing.Required, told, new Fact(FactName.NeededMonths, byDecree));
    }
}
