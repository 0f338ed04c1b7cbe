using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>What a code names: a certification (<paramref name="Slug"/>) or a fiche of the registers that is no CQP.</summary>
/// <param name="Code">The code that was understood, well written.</param>
/// <param name="Block">Code of the block, when that was asked for.</param>
public sealed record CodeMatch(string Code, string Title, string? Slug, RegistryNumber? Fiche, string? Block = null);
