namespace CqpPortal.Domain.Eligibility;

/// <summary>Who adds money to the account. Some exempt the holder from the flat contribution (R. 6323-1 s.).</summary>
public enum TopUpSource
{
    /// <summary>The employer, also under a company, group or branch agreement.</summary>
    Employer,

    Opco,

    /// <summary>Points of the compte professionnel de prévention.</summary>
    C2p,

    /// <summary>Victims of an accident at work or occupational disease with an incapacity of 10 % or more.</summary>
    AtMp,

    Region,

    State,

    Other,
}
