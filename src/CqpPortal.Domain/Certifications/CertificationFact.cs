namespace CqpPortal.Domain.Certifications;

/// <summary>The facts whose source is kept apart: each is taken from one source as a whole.</summary>
public enum CertificationFact
{
    Title,
    Purpose,
    Branches,
    Transmissions,
    Registrations,
    Activities,
    Skills,
    Assessment,
    AccessRoutes,
    Prerequisites,
    Statistics,
    Codes,
    Successions,

    /// <summary>The CPF lists of 2015 to 2018: cited where they are known to be whole. No register holds them.</summary>
    CpfListings,
}
