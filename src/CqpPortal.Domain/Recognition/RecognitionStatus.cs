namespace CqpPortal.Domain.Recognition;

/// <summary>What a certification is worth on a day. Always derived from dated facts, never stored.</summary>
public enum RecognitionStatus
{
    /// <summary>Not transmitted: no legal existence (L. 6113-4).</summary>
    NotTransmitted,

    /// <summary>Transmitted, no active registration: recognised in the companies of its branches.</summary>
    Branch,

    /// <summary>Active in the RNCP: recognised everywhere.</summary>
    Rncp,

    /// <summary>Active in the répertoire spécifique.</summary>
    Rs,

    /// <summary>Its registrations have ended.</summary>
    Expired,

    /// <summary>Abolished by its CPNE, and no registration runs any more.</summary>
    Abolished,
}
