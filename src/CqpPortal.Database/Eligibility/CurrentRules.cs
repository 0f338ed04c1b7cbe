using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Database.Eligibility;

/// <summary>The rules as the site answers by them.</summary>
public sealed class CurrentRules
{
    public ValueTask<RuleBook> GetAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
