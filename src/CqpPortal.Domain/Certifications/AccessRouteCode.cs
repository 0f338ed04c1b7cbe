namespace CqpPortal.Domain.Certifications;

/// <summary>The six routes of the registers, under their codes.</summary>
public enum AccessRouteCode
{
    /// <summary>FI: initial training, as a pupil or student.</summary>
    InitialTraining,

    /// <summary>CA: apprenticeship contract.</summary>
    Apprenticeship,

    /// <summary>FC: continuing training.</summary>
    ContinuingTraining,

    /// <summary>CQ: contrat de professionnalisation, whatever the two letters suggest.</summary>
    ProfessionalisationContract,

    /// <summary>CL: individual application.</summary>
    IndividualApplication,

    /// <summary>VAE: validation of prior experience.</summary>
    PriorExperience,
}
