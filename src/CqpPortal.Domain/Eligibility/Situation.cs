namespace CqpPortal.Domain.Eligibility;

/// <summary>Situation of the person; where nobody told, an employee is meant.</summary>
public enum Situation
{
    /// <summary>Employee of a private company.</summary>
    Employee,

    /// <summary>Registered with France Travail (Pôle emploi until 2023).</summary>
    JobSeeker,

    SelfEmployed,

    PublicAgent,

    /// <summary>On a full-rate pension: the account is closed (L. 5151-2).</summary>
    Retired,

    /// <summary>Finishing initial training.</summary>
    Young,

    Volunteer,

    /// <summary>Cares for a relative.</summary>
    Carer,
}
