using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>By which ways can this person prepare this certification on that day? Facts that nobody told are null.</summary>
public sealed record WaysQuestion
{
    public required CertificationFacts Certification { get; init; }

    /// <summary>Day of the contract, agreement, order or file.</summary>
    public required DateOnly Day { get; init; }

    public Situation Situation { get; init; }

    public int? SeniorityMonths { get; init; }

    /// <summary>Whether the project is a real change of job.</summary>
    public bool? ChangesJob { get; init; }

    /// <summary>Whether the person is aged 16 to 25, or receives the RSA, the ASS or the AAH (L. 6325-1).</summary>
    public bool? IsYoungOrOnBenefits { get; init; }

    internal Registration? Registration => Certification.RegistrationOn(Day);
}
