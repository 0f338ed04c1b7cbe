namespace CqpPortal.Domain.Certifications;

/// <summary>Whom a CPF list of 2015 to 2018 was for.</summary>
public enum CpfListScope
{
    /// <summary>Everybody: the interprofessional list of the COPANEF.</summary>
    National,

    /// <summary>A region, by its COPAREF: that of the workplace, or of residence for job seekers.</summary>
    Regional,

    /// <summary>Employees of a branch, by its CPNE.</summary>
    Branch,
}
