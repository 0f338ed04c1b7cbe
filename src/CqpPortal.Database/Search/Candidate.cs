using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>A certification that matches a text, with what its facets say on the day of the search. They come in the order asked for.</summary>
internal sealed record Candidate
{
    public required int Id { get; init; }

    public required CertificationKind Kind { get; init; }

    public required RecognitionStatus Status { get; init; }

    public required short? Level { get; init; }

    /// <summary>Active today and no more in twelve months.</summary>
    public required bool EndsSoon { get; init; }

    public required string[] Branches { get; init; }

    public required string[] Routes { get; init; }

    public required string[] Domains { get; init; }

    public bool IsRegistered => Status is RecognitionStatus.Rncp or RecognitionStatus.Rs;

    /// <summary>Active: it can be obtained today and counts somewhere.</summary>
    public bool IsActive => IsRegistered || Status == RecognitionStatus.Branch;

    public bool VaeIsOpen => Status == RecognitionStatus.Rncp && Routes.Contains(nameof(AccessRouteCode.PriorExperience));

    public IEnumerable<string> States =>
        IsActive ? EndsSoon ? [FacetValues.Active, FacetValues.Ending] : [FacetValues.Active]
        : Status == RecognitionStatus.Expired ? [FacetValues.Expired]
        : Status == RecognitionStatus.Abolished ? [FacetValues.Abolished]
        : [];

    public string LevelValue => Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? FacetValues.NoLevel;
}
