namespace CqpPortal.Database.Eligibility;

/// <summary>The <see cref="StoredFacts"/> of one certification, kept in step by <see cref="Search.SearchIndex"/>.</summary>
internal sealed class FactsDocument
{
    public int CertificationId { get; init; }

    public required string Document { get; init; }
}
