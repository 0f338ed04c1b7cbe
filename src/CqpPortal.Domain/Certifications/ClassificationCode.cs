namespace CqpPortal.Domain.Certifications;

/// <summary>A code that classes a certification: job (ROME), speciality (NSF), subject (Formacode). The register allows 5, 3 and 5.</summary>
public sealed record ClassificationCode(Classification Classification, string Code);
