using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Cases;

/// <summary>A certification of the worked cases as <c>certifications.json</c> writes it.</summary>
/// <param name="SameAs">Another one, of which this names one registration.</param>
internal sealed record TextbookCertification(
    string Title, string? SameAs = null, string? Asked = null, DateOnly? CreatedOn = null, TextbookCertification.Owner[]? Branches = null, TextbookCertification.Sent[]? Transmissions = null,
    TextbookCertification.Registered[]? Registrations = null, TextbookCertification.Listed[]? CpfListings = null, bool OpensVae = false, bool IsClea = false, DateOnly? SuppressedOn = null)
{
    /// <param name="whole">Itself, or the one that it is the same as.</param>
    public CertificationFacts ToFacts(TextbookCertification whole) => new()
    {
        Asked = Asked is null ? null : RegistryNumber.Parse(Asked, null),
        Recognition = new RecognitionFacts
        {
            CreatedOn = whole.CreatedOn,
            SuppressedOn = whole.SuppressedOn,
            Transmissions = [.. (whole.Transmissions ?? []).Select(sent => new Transmission(sent.To, sent.On))],
            Registrations = [.. (whole.Registrations ?? []).Select(registered => registered.ToRegistration())],
        },
        Branches = [.. (whole.Branches ?? []).Select(owner => new OwningBranch(Idcc.Parse(owner.Idcc, null), joinedOn: owner.JoinedOn))],
        CpfListings = [.. (whole.CpfListings ?? []).Select(listed => new CpfListing(Idcc.Parse(listed.Branch, null), listed.From, listed.Until))],
        CpfListingsAreKnown = true,
        Routes = whole.OpensVae ? [new AccessRoute(AccessRouteCode.PriorExperience, isOpen: true)] : [],
        IsClea = whole.IsClea,
    };

    internal sealed record Owner(string Idcc, DateOnly JoinedOn);

    internal sealed record Sent(TransmissionAuthority To, DateOnly On);

    internal sealed record Listed(string Branch, DateOnly From, DateOnly Until);

    /// <param name="Blocks">How many it has, numbered from 1.</param>
    internal sealed record Registered(
        string Number, DateOnly DecidedOn, DateOnly PublishedOn, DateOnly EndsOn, int? Level = null, DateOnly? DeliveryDeadline = null, DateOnly? WithdrawnOn = null,
        DateOnly? SuspendedFrom = null, DateOnly? SuspendedUntil = null, int Blocks = 0)
    {
        public Registration ToRegistration()
        {
            var dates = new RegistrationDates(EndsOn) { DecidedOn = DecidedOn, PublishedOn = PublishedOn, DeliveryDeadline = DeliveryDeadline };
            var registration = new Registration(RegistryNumber.Parse(Number, null), Level is { } level ? new QualificationLevel(level) : null, dates);
            for (var order = 1; order <= Blocks; order++) registration.AddBlock(new RegisteredBlock($"{Number}BC0{order}", $"Bloc {order}"));
            if (SuspendedFrom is { } from) registration.Suspend(new ValidityPeriod(from, SuspendedUntil));
            if (WithdrawnOn is { } withdrawn) registration.Withdraw(withdrawn);
            return registration;
        }
    }
}
