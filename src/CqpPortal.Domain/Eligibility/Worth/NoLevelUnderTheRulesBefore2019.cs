using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>A CQP registered under the rules of the CNCP has no level (former R. 335-13 C. éduc.).</summary>
internal sealed class NoLevelUnderTheRulesBefore2019 : ICondition<WorthQuestion>
{
    public string Series => "X5";

    public DateOnly DayOf(WorthQuestion question) => question.Registration is { } registration ? registration.DecidedOn ?? registration.EffectiveOn ?? registration.EndsOn.AddYears(-Recognition.Registration.MaxYears) : question.Award;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        question.Registration is { PrecedesReform: true, Number.Register: Register.Rncp } registration
            ? rule.NotMet(Bearing.Informative, RegistrationRules.Of(registration))
            : null;
}
