namespace CqpPortal.Database.Links;

/// <summary>What came back from an address that the portal points to.</summary>
public sealed class LinkCheck
{
    public const int MaxUrlLength = 2000;

    public const int MaxProblemLength = 300;

    public required string Url { get; init; }

    public DateTimeOffset CheckedAt { get; private set; }

    /// <summary>Status of the last answer; null when none came.</summary>
    public int? Status { get; private set; }

    /// <summary>First check of the running series of failures.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>In French, what was wrong when it last failed; kept once it answers again.</summary>
    public string? LastProblem { get; private set; }

    /// <param name="problem">Null when the address answers.</param>
    public void Note(int? status, string? problem, DateTimeOffset now)
    {
        CheckedAt = now;
        Status = status;
        FailingSince = problem is null ? null : FailingSince ?? now;
        if (problem is not null) LastProblem = problem.Length <= MaxProblemLength ? problem : problem[..MaxProblemLength];
    }
}
