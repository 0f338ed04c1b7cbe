using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>A fiche met in a drop: its digest at once, its content only when somebody asks, for most are unchanged.</summary>
/// <param name="Read">Reads the content; throws <see cref="UnreadableFicheException"/>.</param>
internal readonly record struct ReadFiche(RegistryNumber Number, UInt128 Digest, int Line, Func<Fiche> Read);
