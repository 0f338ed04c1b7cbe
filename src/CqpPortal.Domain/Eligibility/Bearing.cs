namespace CqpPortal.Domain.Eligibility;

/// <summary>What a finding does to the verdict.</summary>
public enum Bearing
{
    /// <summary>Needed: not met refuses, unknown leaves the question open.</summary>
    Required,

    /// <summary>Not met refuses; unknown or a warning makes the verdict conditional.</summary>
    Conditional,

    /// <summary>Concerns the holder or the provider: not met refuses, unknown lowers nothing, for the verdict then concerns the certification and the dates.</summary>
    Personal,

    /// <summary>Never changes the verdict.</summary>
    Informative,
}
