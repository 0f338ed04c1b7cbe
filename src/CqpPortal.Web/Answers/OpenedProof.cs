using CqpPortal.Database.Eligibility;

namespace CqpPortal.Web.Answers;

/// <summary>A proof opened again.</summary>
/// <param name="Answer">As it was given.</param>
/// <param name="Changes">What today's answer to the same question says otherwise, in words; empty when it says the same.</param>
internal sealed record OpenedProof(Proof Proof, QuestionKind Kind, AnswerDocument Answer, IReadOnlyList<string> Changes);
