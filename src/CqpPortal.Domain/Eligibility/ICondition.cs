namespace CqpPortal.Domain.Eligibility;

/// <summary>
/// A kind of condition: code that looks at the facts of a question under the row of its series in force that day. Conditions are
/// independent, call no other and change nothing.
/// </summary>
/// <typeparam name="TQuestion">Facts of the question.</typeparam>
internal interface ICondition<in TQuestion>
{
    /// <summary>Series of the rows it reads.</summary>
    string Series { get; }

    /// <summary>Day whose row applies.</summary>
    DateOnly DayOf(TQuestion question);

    /// <returns>Null where the rule has nothing to say of that question.</returns>
    Finding? Examine(DatedRule rule, TQuestion question);
}
