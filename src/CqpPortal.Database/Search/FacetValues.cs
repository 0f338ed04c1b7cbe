using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>The words that addresses and the API use for kinds, recognition, states and routes.</summary>
public static class FacetValues
{
    public static readonly IReadOnlyDictionary<CertificationKind, string> Kind = new Dictionary<CertificationKind, string>
    {
        [CertificationKind.Cqp] = "cqp",
        [CertificationKind.Cqpi] = "cqpi",
    };

    public static readonly IReadOnlyDictionary<RecognitionStatus, string> Recognition = new Dictionary<RecognitionStatus, string>
    {
        [RecognitionStatus.Rncp] = "rncp",
        [RecognitionStatus.Rs] = "rs",
        [RecognitionStatus.Branch] = "branch",
        [RecognitionStatus.Expired] = "expired",
        [RecognitionStatus.Abolished] = "abolished",
        [RecognitionStatus.NotTransmitted] = "none",
    };

    public static readonly IReadOnlyDictionary<AccessRouteCode, string> Route = new Dictionary<AccessRouteCode, string>
    {
        [AccessRouteCode.InitialTraining] = "fi",
        [AccessRouteCode.Apprenticeship] = "ca",
        [AccessRouteCode.ContinuingTraining] = "fc",
        [AccessRouteCode.ProfessionalisationContract] = "cq",
        [AccessRouteCode.IndividualApplication] = "cl",
        [AccessRouteCode.PriorExperience] = "vae",
    };

    /// <summary>The same by the names that search documents hold.</summary>
    internal static readonly IReadOnlyDictionary<string, string> KindOf = Kind.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value);

    internal static readonly IReadOnlyDictionary<string, string> RouteOf = Route.ToDictionary(route => route.Key.ToString(), route => route.Value);

    public const string Active = "active";

    /// <summary>Active, and ending within twelve months.</summary>
    public const string Ending = "ending";

    public const string Expired = "expired";

    public const string Abolished = "abolished";

    public static readonly IReadOnlyList<string> State = [Active, Ending, Expired, Abolished];

    public const string NoLevel = "none";

    public static readonly IReadOnlyList<string> Level = ["3", "4", "5", "6", "7", "8", NoLevel];
}
