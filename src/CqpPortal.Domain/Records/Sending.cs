using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Records;

/// <summary>A <see cref="Transmission"/> as a value.</summary>
public sealed record Sending(TransmissionAuthority Authority, DateOnly SentOn);
