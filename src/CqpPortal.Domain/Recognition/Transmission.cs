namespace CqpPortal.Domain.Recognition;

/// <summary>
/// The sending of a CQP to the authority that gives it legal existence: the CNCP until 2018 (former L. 6314-2), France compétences
/// and the Caisse des dépôts since 2019 (L. 6113-4).
/// </summary>
public sealed class Transmission
{
    /// <exception cref="ArgumentException">The authority did not exist that day: the CNCP until 2018, the two others since.</exception>
    public Transmission(TransmissionAuthority authority, DateOnly sentOn)
    {
        if (authority == TransmissionAuthority.Cncp != sentOn < Registration.ReformDay)
            throw new ArgumentException($"Nothing could be sent to {authority} on {sentOn:O}: the CNCP ended with 2018, France compétences began with 2019.", nameof(sentOn));
        Authority = authority;
        SentOn = sentOn;
    }

    public TransmissionAuthority Authority { get; private set; }

    public DateOnly SentOn { get; private set; }
}
