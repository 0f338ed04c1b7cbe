namespace CqpPortal.Database.Mail;

/// <summary>A mail to be sent: written in the transaction of what it tells of, sent afterwards, tried again until it leaves.</summary>
public sealed class OutgoingMail
{
    public long Id { get; private init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the mail server said at the last attempt.</summary>
    public string? LastRefusal { get; set; }
}
