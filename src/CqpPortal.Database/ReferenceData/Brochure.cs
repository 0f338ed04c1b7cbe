using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.ReferenceData;

/// <summary>A brochure of the official journal that prints one or more collective agreements.</summary>
/// <param name="Number">Four digits that look like an IDCC and are none: brochure 3109 is the metallurgy's, IDCC 3248.</param>
/// <param name="Branches">At least one; with several, the number alone does not tell which is meant.</param>
/// <param name="Label">Usual name of the agreements.</param>
public sealed record Brochure(string Number, IReadOnlyList<Idcc> Branches, string Label);
