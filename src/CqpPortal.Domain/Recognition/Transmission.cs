namespace CqpPortal.Domain.Recognition;

/// <summary>
/// The sending of a CQP to the authority that gives it legal existence: the CNCP until 2018 (former L. 6314-2), France compétences
/// and the Caisse des dépôts since 2019 (L. 6113-4).
/// </summary>
public sealed class Transmission
{
    public Transmission(TransmissionAuthority authority, DateOnly sentOn)
    {
        Authority = authority;
        SentOn = sentOn;
    }

    public TransmissionAuthority Authority { get; private set; }

    public DateOnly SentOn { get; private set; }
}
