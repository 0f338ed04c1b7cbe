using CqpPortal.Database.Audit;
using CqpPortal.Domain.Records;

namespace CqpPortal.Database.Editing;

/// <summary>A change of the dated facts of an entry.</summary>
/// <param name="EntryId">Which entry.</param>
/// <param name="Seen">Digest of the facts that the person had before their eyes.</param>
/// <param name="To">The change; it refuses in French what cannot be.</param>
/// <param name="Words">In French, what was and what is now, for the audit log.</param>
public sealed record FactChange(int EntryId, string Seen, Func<EntryFacts, EntryFacts> To, Func<EntryFacts, EntryFacts, string> Words)
{
    public AuditAction Action { get; init; } = AuditAction.FactRecorded;
}
