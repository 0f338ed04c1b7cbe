namespace CqpPortal.Domain.Certifications;

public enum CertificationKind
{
    /// <summary>Certificat de qualification professionnelle, created by one or more CPNE (L. 6113-4).</summary>
    Cqp,

    /// <summary>CQP interbranches: created by at least two branches, for skills they share.</summary>
    Cqpi,
}
