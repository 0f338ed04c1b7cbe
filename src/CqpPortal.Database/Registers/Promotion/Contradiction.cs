using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>The register contradicts what a committee wrote: the committee's word stays, and the difference is shown.</summary>
public sealed class Contradiction
{
    public const int MaxReasonLength = 500;

    public int CertificationId { get; init; }

    public CertificationFact Fact { get; init; }

    public required string Ours { get; set; }

    public required string Theirs { get; set; }

    public required RegistryNumber Number { get; set; }

    public DateOnly DropDate { get; set; }

    /// <summary>When somebody of the committee kept its word; null while nobody has answered what the register says now.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Name of that person; for the staff only.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>Why the committee's word stays, in French; the public reads it.</summary>
    public string? Reason { get; private set; }

    /// <summary>The committee keeps its word. The answer holds as long as the register says the same.</summary>
    public void KeepOurs(string reason, string by, DateTimeOffset at) => (Reason, AnsweredBy, AnsweredAt) = (reason, by, at);

    /// <summary>Both as they say it now: what the register says anew asks for an answer again.</summary>
    internal void Restate(string ours, string theirs, RegistryNumber number, DateOnly dropDate)
    {
        if (theirs != Theirs) (Reason, AnsweredBy, AnsweredAt) = (null, null, null);
        (Ours, Theirs, Number, DropDate) = (ours, theirs, number, dropDate);
    }
}
