namespace CqpPortal.Domain.Recognition;

/// <summary>The dated facts from which recognition on a day follows, and nothing else.</summary>
public sealed record RecognitionFacts
{
    /// <summary>First decision of a CPNE, where known.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>Day from which the CPNE abolished the certification.</summary>
    public DateOnly? SuppressedOn { get; init; }

    public IReadOnlyCollection<Transmission> Transmissions { get; init; } = [];

    public IReadOnlyCollection<Registration> Registrations { get; init; } = [];
}
