namespace CqpPortal.Web.Answers;

/// <summary>What became of a question.</summary>
internal abstract record Answering
{
    private Answering()
    {
    }

    /// <param name="Document">The answer.</param>
    public sealed record Answered(AnswerDocument Document) : Answering
    {
        /// <summary>What it was answered from.</summary>
        public required AnswerContext Context { get; init; }
    }

    /// <param name="Parameters">What to write instead, by parameter.</param>
    public sealed record Refused(IReadOnlyDictionary<string, Domain.Eligibility.RuleText> Parameters) : Answering;

    /// <param name="Typed">What names no certification.</param>
    /// <param name="Suggestions">What may have been meant.</param>
    public sealed record NotFound(string Typed, IReadOnlyList<Database.Eligibility.CodeSuggestion> Suggestions) : Answering;
}
