namespace CqpPortal.Domain.Certifications;

/// <summary>What is said of a certification in words, beside its three frameworks.</summary>
public sealed record CertificationTexts
{
    /// <summary>What it is for and in which context, in plain words.</summary>
    public string? Purpose { get; init; }

    public string? Sectors { get; init; }

    public string? RegulatedActivity { get; init; }

    public string? EntryPrerequisites { get; init; }

    public string? ValidationPrerequisites { get; init; }

    /// <summary>Whether and how it can be obtained in parts.</summary>
    public string? PartialValidation { get; init; }

    /// <summary>Address of the committee's own page on it.</summary>
    public string? InformationPage { get; init; }
}
