namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Who began before the end relies on the registration when the award comes after (L. 6113-9).</summary>
internal sealed class LevelIsKeptByWhoBeganInTime : ICondition<WorthQuestion>
{
    public string Series => "X6";

    public DateOnly DayOf(WorthQuestion question) => question.Award;

    public Finding? Examine(DatedRule rule, WorthQuestion question)
    {
        if (question.Registration is not { } registration || question.Award <= registration.LastDay) return null;
        Fact end = RegistrationRules.LastDayOf(registration), award = new(FactName.AwardedOn, question.Award);
        if (question.StartedOn is not { } start || registration.WithdrawnOn is not null)
            return question.AwardedOn is null ? null : rule.Unknown(Bearing.Informative, RegistrationRules.Of(registration), end, award);
        Fact begun = new(FactName.StartsOn, start);
        return question.IsCompletedUnder(registration) ? rule.Met(Bearing.Informative, begun, end, award) : rule.NotMet(Bearing.Informative, begun, end, award);
    }
}
