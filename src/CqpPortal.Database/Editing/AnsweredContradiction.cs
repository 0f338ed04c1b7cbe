using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.Editing;

/// <summary>An answer to a contradiction.</summary>
/// <param name="Seen"><see cref="ContradictionAnswers.Digest"/> of what the person read.</param>
/// <param name="Reason">In French; where the committee's word stays, the public reads it.</param>
public sealed record AnsweredContradiction(int EntryId, CertificationFact Fact, string Seen, string Reason)
{
    /// <summary>What the fact is called.</summary>
    public required string Words { get; init; }
}
