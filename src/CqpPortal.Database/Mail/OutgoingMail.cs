namespace CqpPortal.Database.Mail;

/// <summary>A mail to be sent: written in the transaction of what it tells of, sent afterwards, tried again until it leaves.</summary>
public sealed class OutgoingMail
{
    public const int MaxRefusalLength = 1000;

    public long Id { get; private init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Set after the last attempt failed: nothing more is tried until somebody asks for it.</summary>
    public DateTimeOffset? GivenUpAt { get; set; }

    /// <summary>What the mail server said at the last attempt.</summary>
    public string? LastRefusal { get; set; }

    /// <summary>Where the recipient unsubscribes with one click (RFC 8058); null for what nobody subscribes to.</summary>
    public string? UnsubscribeAddress { get; init; }

    public void Sent(DateTimeOffset now)
    {
        Attempts++;
        SentAt = now;
        LastRefusal = null;
    }

    /// <summary>Keeps what the server said and sets the next attempt, or gives up.</summary>
    public void Refused(string words, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(words);
        Attempts++;
        LastRefusal = words.Length <= MaxRefusalLength ? words : words[..MaxRefusalLength];
        if (MailRetries.After(Attempts) is { } delay) NextAttemptAt = now + delay;
        else GivenUpAt = now;
    }

    /// <summary>Tries again at once, also what was given up.</summary>
    /// <exception cref="InvalidOperationException">It has been sent.</exception>
    public void TryAgain(DateTimeOffset now)
    {
        if (SentAt is not null) throw new InvalidOperationException("The mail has been sent.");
        GivenUpAt = null;
        NextAttemptAt = now;
    }
}
