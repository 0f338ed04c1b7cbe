using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.ReferenceData;

/// <summary>A branch committee (CPNE, CPNEFP) of the list of France compétences.</summary>
/// <param name="Code">Its number in that list.</param>
/// <param name="Name">As the list writes it.</param>
/// <param name="Branches">IDCC it answers for; may be empty.</param>
public sealed record KnownCommittee(string Code, string Name, IReadOnlyList<Idcc> Branches);
