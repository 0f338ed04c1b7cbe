namespace CqpPortal.Database.Mail;

/// <summary>When a mail that did not leave is tried again: soon at first, then hourly for two days.</summary>
public static class MailRetries
{
    private const int HourlyAttempts = 48;

    private static readonly int[] FirstMinutes = [1, 5, 15, 60];

    /// <param name="attempts">Failed so far, this one included.</param>
    /// <returns>Null once it is time to give up.</returns>
    public static TimeSpan? After(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts <= FirstMinutes.Length) return TimeSpan.FromMinutes(FirstMinutes[attempts - 1]);
        return attempts <= FirstMinutes.Length + HourlyAttempts ? TimeSpan.FromHours(1) : null;
    }
}
