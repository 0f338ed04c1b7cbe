using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>May the certification be obtained by validation of prior experience? Facts that nobody told are null.</summary>
public sealed record VaeQuestion
{
    public required CertificationFacts Certification { get; init; }

    /// <summary>Day on which the file is handed in.</summary>
    public required DateOnly AppliesOn { get; init; }

    /// <summary>Day on which the silence of the certifier is looked at.</summary>
    public required DateOnly Day { get; init; }

    public int? ExperienceMonths { get; init; }

    /// <summary>Day on which the certifier received the file.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? AdmissibleOn { get; init; }

    public DateOnly? JuryOn { get; init; }

    /// <summary>Code of the one block that is aimed at.</summary>
    public string? Block { get; init; }

    /// <summary>Files on the whole of this certification already handed in during the calendar year.</summary>
    public int? FilesThisYear { get; init; }

    /// <summary>Files on other certifications during the calendar year.</summary>
    public int? OtherFilesThisYear { get; init; }

    /// <summary>What the CPF pays of it is asked as well.</summary>
    public VaePayment? Payment { get; init; }

    /// <summary>The registration in the RNCP that decides on the day of the file, active or not: found once for all conditions.</summary>
    internal Registration? RncpRegistration { get; init; }

    /// <summary>The day after the delay in which the certifier answers, counted from <see cref="ReceivedOn"/> (L. 6412-2); null where it was not received or no rule gives a delay.</summary>
    internal DateOnly? SilenceAdmitsOn { get; init; }

    /// <summary>Day on which the file was admitted: by the certifier, or by its silence.</summary>
    internal DateOnly? AdmittedOn => AdmissibleOn ?? (SilenceAdmitsOn <= Day ? SilenceAdmitsOn : null);
}
