namespace CqpPortal.Domain.Certifications;

public enum Classification
{
    Rome,
    Nsf,
    Formacode,
}
