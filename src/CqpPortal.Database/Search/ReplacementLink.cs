using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>What replaces a certification: a page of the catalogue, or a fiche of a register.</summary>
public sealed record ReplacementLink(string? Slug, RegistryNumber? Number, string Title);
