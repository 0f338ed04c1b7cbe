namespace CqpPortal.Database.Accounts;

/// <summary>What somebody sent after the session had expired: given back on the same page after signing in.</summary>
public sealed class KeptForm
{
    public const int MaxPathLength = 400;

    public int PersonId { get; init; }

    /// <summary>Address of the page that the form was sent to, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>Names and values of the fields, as JSON.</summary>
    public required string Fields { get; set; }

    public DateTimeOffset KeptAt { get; set; }
}
