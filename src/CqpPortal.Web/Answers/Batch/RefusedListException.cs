using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>A list that cannot be answered at all: what is wrong with it and what to do.</summary>
internal sealed class RefusedListException(RuleText text) : Exception(text.En)
{
    public RuleText Text { get; } = text;
}
