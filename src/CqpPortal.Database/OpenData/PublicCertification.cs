using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.OpenData;

/// <summary>
/// All that the portal publishes of a certification, but for what depends on the day that one asks: part of the public contract, whose names are
/// never renamed. What is not known is left out.
/// </summary>
public record PublicCertification
{
    /// <summary>Stable: it stays when titles and numbers change.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required CertificationKind Kind { get; init; }

    /// <summary>Every number that it bears or bore, the latest end first, then the branch's own code.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The branch's own code, such as a CQPM number.</summary>
    public string? LocalCode { get; init; }

    /// <summary>Made up to show the portal: it gives no right to anything.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>Day of the first decision of a CPNE to create it.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>Day from which its CPNE abolished it; holders keep what they obtained.</summary>
    public DateOnly? SuppressedOn { get; init; }

    public string? SuppressionReason { get; init; }

    /// <summary>The last version that its committees published in the portal; none while they have published none.</summary>
    public PublicVersion? Version { get; init; }

    /// <summary>What it is for and in which context.</summary>
    public string? Purpose { get; init; }

    public string? Sectors { get; init; }

    public string? RegulatedActivity { get; init; }

    public string? EntryPrerequisites { get; init; }

    public string? ValidationPrerequisites { get; init; }

    /// <summary>Whether and how it can be obtained in parts.</summary>
    public string? PartialValidation { get; init; }

    /// <summary>Address of the committee's own page on it.</summary>
    public string? InformationPage { get; init; }

    public string? WorkSituations { get; init; }

    public IReadOnlyList<string> TargetJobs { get; init; } = [];

    /// <summary>The branches that own it, or owned it until the day said.</summary>
    public IReadOnlyList<PublicOwner> Branches { get; init; } = [];

    public IReadOnlyList<PublicDecision> Decisions { get; init; } = [];

    /// <summary>Days on which it was sent to an authority.</summary>
    public IReadOnlyList<PublicTransmission> Transmissions { get; init; } = [];

    /// <summary>Registrations in the RNCP and the RS, the latest end first.</summary>
    public IReadOnlyList<PublicRegistration> Registrations { get; init; } = [];

    /// <summary>Lists on which the CPF of 2015 to 2018 rested.</summary>
    public IReadOnlyList<PublicCpfListing> CpfListings { get; init; } = [];

    /// <summary>Ways to reach it. A way that is missing is one of which nobody told.</summary>
    public IReadOnlyList<PublicRoute> Routes { get; init; } = [];

    public IReadOnlyList<PublicCode> Classifications { get; init; } = [];

    /// <summary>The activity framework.</summary>
    public IReadOnlyList<PublicActivity> Activities { get; init; } = [];

    /// <summary>The skills framework, in its blocks.</summary>
    public IReadOnlyList<PublicBlock> Blocks { get; init; } = [];

    /// <summary>The assessment framework.</summary>
    public IReadOnlyList<PublicAssessment> Assessments { get; init; } = [];

    public IReadOnlyList<PublicYear> Statistics { get; init; } = [];

    public IReadOnlyList<PublicSuccessor> ReplacedBy { get; init; } = [];

    /// <summary>Who says each fact, as of which day.</summary>
    public IReadOnlyList<PublicSource> Sources { get; init; } = [];
}

public sealed record PublicVersion(int Number, DateTimeOffset PublishedAt);

/// <summary>A branch, its OPCO and its committee where they are known.</summary>
/// <param name="JoinedOn">First day; not known where it is left out.</param>
/// <param name="LeftOn">Last day, included.</param>
public sealed record PublicOwner(string Idcc, string Name, string? Opco, PublicCommittee? Committee, DateOnly? JoinedOn, DateOnly? LeftOn);

public sealed record PublicCommittee(string Key, string Acronym, string Name, string? Email);

/// <param name="Committee">Key of the committee.</param>
public sealed record PublicDecision(CommitteeDecisionKind Kind, string Committee, DateOnly DecidedOn);

public sealed record PublicTransmission(TransmissionAuthority Authority, DateOnly SentOn);

/// <summary>One registration: a renewal is another one, with a number of its own.</summary>
public record PublicRegistration
{
    public required string Number { get; init; }

    public required Register Register { get; init; }

    /// <summary>1 to 8. None in the RS, nor in the RNCP for what was registered under the rules of before 2019.</summary>
    public int? Level { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public DateOnly? EffectOn { get; init; }

    /// <summary>Last active day, included.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Last day on which it can be awarded.</summary>
    public DateOnly? DeliveryDeadline { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    public IReadOnlyList<PublicPeriod> Suspensions { get; init; } = [];

    public IReadOnlyList<PublicRegisteredBlock> Blocks { get; init; } = [];
}

/// <param name="Until">Last day, included; none while it lasts.</param>
public sealed record PublicPeriod(DateOnly From, DateOnly? Until);

public sealed record PublicRegisteredBlock(string Code, string Title);

/// <param name="Branch">IDCC, for a list of a branch.</param>
/// <param name="Region">INSEE code, for a regional list.</param>
public sealed record PublicCpfListing(CpfListScope Scope, string? Branch, string? Region, DateOnly ListedFrom, DateOnly ListedUntil);

/// <param name="Code">France compétences' own: fi, ca, fc, cq, cl, vae.</param>
/// <param name="Jury">In the certifier's words.</param>
public sealed record PublicRoute(AccessRouteCode Code, bool IsOpen, string? Jury);

public sealed record PublicCode(Classification Classification, string Code, string? Label);

/// <param name="Key">Within this certification.</param>
public sealed record PublicActivity(string Key, string Title, string? Description);

/// <param name="Key">Within this certification.</param>
/// <param name="Code">As its registration names it.</param>
public sealed record PublicBlock(string Key, string? Code, string? Title)
{
    public IReadOnlyList<PublicSkill> Skills { get; init; } = [];
}

/// <param name="Key">Within this certification.</param>
/// <param name="IsTransversal">Useful in several activities.</param>
public sealed record PublicSkill(string Key, string Title, bool IsTransversal)
{
    public IReadOnlyList<string> Knowledge { get; init; } = [];

    /// <summary>Keys of the activities that it serves.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Keys of the assessments that test it.</summary>
    public IReadOnlyList<string> Assessments { get; init; } = [];
}

/// <param name="Key">Within this certification.</param>
/// <param name="Threshold">What must be reached, in the certifier's words.</param>
public sealed record PublicAssessment(string Key, string Title, string? Method, string? Threshold)
{
    public IReadOnlyList<string> Criteria { get; init; } = [];
}

/// <summary>Figures of one year; rates are percentages, and what was not published is left out.</summary>
public sealed record PublicYear(int Year, int Certified, int? CertifiedByVae, int? InsertionRateAtSixMonths, int? InsertionRateInJobAtTwoYears);

/// <param name="Id">Of a certification of the portal; else it is a fiche of a register, by its number.</param>
public sealed record PublicSuccessor(SuccessionKind Kind, string? Id, string? Number, string? Title, DateOnly? Since);

/// <param name="AsOf">Date of the export, or day on which the committee last said so.</param>
/// <param name="Reference">Number of the fiche, where a register says it.</param>
public sealed record PublicSource(CertificationFact Fact, FactOrigin Origin, DateOnly AsOf, string? Reference);
