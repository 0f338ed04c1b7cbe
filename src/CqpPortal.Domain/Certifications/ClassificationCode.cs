namespace CqpPortal.Domain.Certifications;

/// <summary>A code that classes a certification: job (ROME), speciality (NSF), subject (Formacode). The register allows 5, 3 and 5.</summary>
public sealed record ClassificationCode
{
    public const int MaxLength = 10;

    public ClassificationCode(Classification classification, string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.Length, MaxLength, nameof(code));
        Classification = classification;
        Code = code;
    }

    public Classification Classification { get; private init; }

    public string Code { get; private init; }
}
