namespace CqpPortal.Database.Reports;

/// <summary>A reader says that a page is wrong. It goes to the committees that answer for the page, or to the portal's administrators.</summary>
public sealed class ReaderReport
{
    public const int MaxWords = 2_000;

    public const int MaxPage = 500;

    public const int MaxAddress = 254;

    public int Id { get; private init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Address of the page within the site.</summary>
    public required string Page { get; init; }

    /// <summary>The certification that the page shows, if it shows one.</summary>
    public int? CertificationId { get; init; }

    /// <summary>Title of the certification on that day, else null.</summary>
    public string? Title { get; init; }

    /// <summary>Keys of the committees that owned it on that day; empty: it is for the administrators.</summary>
    public required IReadOnlyList<string> Committees { get; init; }

    /// <summary>What is wrong, as the reader wrote it.</summary>
    public required string Words { get; init; }

    /// <summary>Where to answer, if the reader wants an answer.</summary>
    public string? ReplyTo { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledBy { get; set; }
}
