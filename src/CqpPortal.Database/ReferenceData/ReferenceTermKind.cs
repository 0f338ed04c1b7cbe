namespace CqpPortal.Database.ReferenceData;

public enum ReferenceTermKind
{
    Rome,
    Nsf,
    Formacode,
}
