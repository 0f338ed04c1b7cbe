namespace CqpPortal.Domain.Eligibility;

/// <summary>How conditions state what they found.</summary>
internal static class Findings
{
    extension(DatedRule rule)
    {
        public Finding Met(Bearing bearing, params Fact?[] facts) => rule.Found(FindingOutcome.Met, bearing, facts);

        public Finding NotMet(Bearing bearing, params Fact?[] facts) => rule.Found(FindingOutcome.NotMet, bearing, facts);

        public Finding Unknown(Bearing bearing, params Fact?[] facts) => rule.Found(FindingOutcome.Unknown, bearing, facts);

        public Finding Warning(Bearing bearing, params Fact?[] facts) => rule.Found(FindingOutcome.Warning, bearing, facts);

        private Finding Found(FindingOutcome outcome, Bearing bearing, Fact?[] facts) =>
            new() { Rule = rule, Outcome = outcome, Bearing = bearing, Facts = Array.IndexOf(facts, null) < 0 ? (Fact[])facts! : [.. facts.OfType<Fact>()] };
    }
}
