using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Api;

internal sealed record RegistrationList(IReadOnlyList<RegistrationDocument> Items);

/// <summary>A registration and the certification that it registers.</summary>
internal sealed record RegistrationDocument : PublicRegistration
{
    private readonly Registration _registration;

    [SetsRequiredMembers]
    private RegistrationDocument(Registration registration, CertificationName certification)
    {
        _registration = registration;
        Certification = certification;
        (Number, Register, Level) = (registration.Number.ToString(), registration.Number.Register, registration.Level?.Value);
        (DecidedOn, PublishedOn, EffectOn, EndsOn) = (registration.DecidedOn, registration.PublishedOn, registration.EffectOn, registration.EndsOn);
        (DeliveryDeadline, WithdrawnOn) = (registration.DeliveryDeadline, registration.WithdrawnOn);
        Suspensions = [.. registration.Suspensions.Select(period => new PublicPeriod(period.From, period.Until))];
        Blocks = [.. registration.Blocks.Select(block => new PublicRegisteredBlock(block.Code, block.Title)).OrderBy(block => block.Code, StringComparer.Ordinal)];
    }

    [JsonPropertyOrder(-1)]
    public CertificationName Certification { get; }

    /// <summary>Its page at France compétences.</summary>
    public Uri OfficialPage => _registration.Number.OfficialPage;

    public static RegistrationDocument Of(Registration registration, string id, string title) => new(registration, new CertificationName(id, title));

    public bool IsActiveOn(DateOnly day) => _registration.IsActiveOn(day);
}

internal sealed record CertificationName(string Id, string Title);
