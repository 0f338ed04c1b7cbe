using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>A certificate awarded under a registration of the procedure of 2019 has the level of its fiche (L. 6113-1, D. 6113-18, D. 6113-19).</summary>
internal sealed class LevelIsThatOfTheFiche : ICondition<WorthQuestion>
{
    public string Series => "X4";

    public DateOnly DayOf(WorthQuestion question) => question.Award;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        question.Registration is not { PrecedesReform: false, Number.Register: Register.Rncp } registration || !question.IsHeldUnder(registration)
            ? null
            : registration.Level is { } level
                ? rule.Met(Bearing.Informative, RegistrationRules.Of(registration), new Fact(FactName.Level, level.Value))
                : rule.Unknown(Bearing.Informative, RegistrationRules.Of(registration));
}
