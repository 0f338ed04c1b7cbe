namespace CqpPortal.Database.Editing;

/// <summary>An address that shows a draft as the public will see it, to somebody without an account, until it expires.</summary>
public sealed class PreviewLink
{
    /// <summary>Digest of the key that the address holds, in hexadecimal: a copy of the table opens nothing.</summary>
    public required string KeyDigest { get; init; }

    public int EntryId { get; init; }

    public int PersonId { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
