namespace CqpPortal.Domain.Recognition;

public enum TransmissionAuthority
{
    /// <summary>Commission nationale de la certification professionnelle, until 31 December 2018.</summary>
    Cncp,

    FranceCompetences,

    CaisseDesDepots,
}
