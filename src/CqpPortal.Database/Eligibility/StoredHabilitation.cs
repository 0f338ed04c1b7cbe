using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Eligibility;

/// <summary>
/// An authorisation of a partner, in the table <c>habilitations</c>: beside the <see cref="Registration"/>, for some have hundreds and few pages
/// ask for one.
/// </summary>
internal sealed class StoredHabilitation
{
    public int Id { get; private set; }

    public int RegistrationId { get; init; }

    /// <summary>14 digits.</summary>
    public required string Siret { get; init; }

    public bool MayTrain { get; init; }

    /// <summary>As the register writes it; empty where it says nothing.</summary>
    public required string State { get; init; }

    /// <summary>The earliest of all days where the start is not known; null for what was never active.</summary>
    public DateOnly? ActiveFrom { get; init; }

    /// <summary>Last active day; null while it is active.</summary>
    public DateOnly? ActiveUntil { get; init; }
}
