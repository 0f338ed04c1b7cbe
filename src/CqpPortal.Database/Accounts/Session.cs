namespace CqpPortal.Database.Accounts;

/// <summary>A sign-in on one device, which its person can end. It outlives its end for a while, so that what was typed after it can be kept for its owner.</summary>
public sealed class Session
{
    public const int MaxDeviceLength = 200;

    /// <summary>Digest of the key that the cookie holds, in hexadecimal: a copy of the table opens no session.</summary>
    public required string KeyDigest { get; init; }

    public int PersonId { get; init; }

    /// <summary>The authentication ticket.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>What the browser says it is.</summary>
    public required string Device { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
