using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>The répertoire spécifique gives neither level nor blocks (L. 6113-6).</summary>
internal sealed class NoLevelInTheRs : ICondition<WorthQuestion>
{
    public string Series => "X7";

    public DateOnly DayOf(WorthQuestion question) => question.Award;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        question.Registration is { Number.Register: Register.Rs } registration && question.IsHeldUnder(registration)
            ? rule.NotMet(Bearing.Informative, RegistrationRules.Of(registration))
            : null;
}
