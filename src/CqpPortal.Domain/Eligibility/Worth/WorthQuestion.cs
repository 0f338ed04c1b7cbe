using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Does the certification exist, where is it recognised, and which level does it give? Facts that nobody told are null.</summary>
public sealed record WorthQuestion
{
    public required CertificationFacts Certification { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Branch of the company in which it should count.</summary>
    public Idcc? Branch { get; init; }

    /// <summary>Entry into training, or day on which the VAE file became admissible.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Day of the award; the day of the question where nobody told.</summary>
    public DateOnly? AwardedOn { get; init; }
}
