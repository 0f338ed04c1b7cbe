namespace CqpPortal.Domain.Recognition;

/// <summary>The dates of one registration, as its register gives them; any but the end may be missing there.</summary>
/// <param name="EndsOn">Last active day, included.</param>
public sealed record RegistrationDates(DateOnly EndsOn)
{
    /// <summary>Decision of the director general of France compétences.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Publication on line: what makes a registration on request take effect (R. 6113-12).</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>DATE_EFFET of the register, used where the publication date is missing.</summary>
    public DateOnly? EffectOn { get; init; }

    /// <summary>Last day on which the certificate may be issued to those already on the way; never computed.</summary>
    public DateOnly? DeliveryDeadline { get; init; }
}
