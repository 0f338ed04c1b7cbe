namespace CqpPortal.Domain.Eligibility;

/// <summary>The facts that findings look at.</summary>
public enum FactName
{
    /// <summary>Number of the registration.</summary>
    Registration,

    /// <summary>Day on which the register's director decided.</summary>
    DecidedOn,

    /// <summary>First active day of the registration.</summary>
    FirstDay,

    /// <summary>Last active day of the registration.</summary>
    LastDay,

    /// <summary>Last day on which the certificate may be issued.</summary>
    DeliveryDeadline,

    SuspendedUntil,

    WithdrawnOn,

    SuppressedOn,

    OrderedOn,

    StartsOn,

    FinishesOn,

    AwardedOn,

    /// <summary>Day on which a VAE file is handed in.</summary>
    AppliesOn,

    ReceivedOn,

    AdmissibleOn,

    /// <summary>Day from which silence admits.</summary>
    SilenceAdmitsOn,

    ExperienceMonths,

    /// <summary>Months that the rule asks for.</summary>
    NeededMonths,

    SeniorityMonths,

    Files,

    MaxFiles,

    Situation,

    /// <summary>IDCC of the person's branch.</summary>
    Branch,

    /// <summary>IDCC of the branches that own the certification.</summary>
    Branches,

    /// <summary>CPF list of 2015 to 2018 on which the certification stands.</summary>
    CpfList,

    Siret,

    /// <summary>State of the provider's authorisation.</summary>
    Habilitation,

    Block,

    /// <summary>Certification or block that the person already holds.</summary>
    Held,

    Level,

    Amount,

    Cap,

    TopUpFrom,

    TopUp,
}
