using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Api;

/// <summary>A certification as the API gives it: what is published of it, and what it is worth on the day asked about.</summary>
internal sealed record CertificationDocument : PublicCertification
{
    [SetsRequiredMembers]
    public CertificationDocument(PublicDocument published, (RecognitionFacts Facts, DateOnly Day) asked, IReadOnlyList<ReplacedPart> replaces, string url)
        : base(PublicDocument.Read(published.Document))
    {
        Recognition = RecognitionPart.Of(RecognitionOnDay.Derive(asked.Facts, asked.Day));
        RecognitionPeriods = RecognitionPeriodPart.Over(asked.Facts);
        Replaces = replaces;
        ChangedAt = published.ChangedAt;
        Url = url;
    }

    /// <summary>What it is worth on the day.</summary>
    [JsonPropertyOrder(1)]
    public RecognitionPart Recognition { get; }

    /// <summary>What it was and will be worth, by periods, as far as decided today.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<RecognitionPeriodPart> RecognitionPeriods { get; }

    /// <summary>What it replaces.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<ReplacedPart> Replaces { get; }

    /// <summary>When any of its facts last changed in the portal.</summary>
    [JsonPropertyOrder(1)]
    public DateTimeOffset ChangedAt { get; }

    /// <summary>Its page.</summary>
    [JsonPropertyOrder(1)]
    public string Url { get; }

    [JsonPropertyOrder(1)]
    public string Licence { get; } = OpenDataLicence.Name;
}

/// <param name="Registration">The number that decides: the active one, or the last when it has ended.</param>
/// <param name="Level">That a certificate awarded on that day confers; none in the RS, in the branch only, or under the rules of before 2019.</param>
/// <param name="CountsInBranches">Whether the companies of its branches recognise it on that day, whatever becomes of its registrations.</param>
internal sealed record RecognitionPart(DateOnly Day, RecognitionStatus Status, int? Level, string? Registration, bool CountsInBranches)
{
    public static RecognitionPart Of(RecognitionOnDay recognition) =>
        new(recognition.Day, recognition.Status, recognition.Level?.Value, recognition.Registration?.Number.ToString(), recognition.CountsInBranches);
}

/// <param name="From">First day; none for the first period, which has always lasted.</param>
/// <param name="Until">Last day, included; none for the last, which lasts as far as is known.</param>
internal sealed record RecognitionPeriodPart(DateOnly? From, DateOnly? Until, RecognitionStatus Status, int? Level)
{
    /// <summary>Periods that follow each other without a gap, each worth something else than the one before.</summary>
    public static IReadOnlyList<RecognitionPeriodPart> Over(RecognitionFacts facts)
    {
        var states = new List<(DateOnly From, RecognitionStatus Status, int? Level)>();
        foreach (var day in facts.TurningDays.Prepend(DateOnly.MinValue))
        {
            var recognition = RecognitionOnDay.Derive(facts, day);
            if (states.Count == 0 || (states[^1].Status, states[^1].Level) != (recognition.Status, recognition.Level?.Value)) states.Add((day, recognition.Status, recognition.Level?.Value));
        }
        return [.. states.Select((state, place) => new RecognitionPeriodPart(
            place == 0 ? null : state.From, place == states.Count - 1 ? null : states[place + 1].From.AddDays(-1), state.Status, state.Level))];
    }
}

internal sealed record ReplacedPart(SuccessionKind Kind, string Id, string Title, DateOnly? Since);

/// <summary>The three frameworks of a certification (L. 6113-1), linked by the keys of their rows.</summary>
internal sealed record FrameworksDocument(
    string Id, string Title, string? WorkSituations, IReadOnlyList<string> TargetJobs, IReadOnlyList<PublicActivity> Activities, IReadOnlyList<PublicBlock> Blocks, IReadOnlyList<PublicAssessment> Assessments)
{
    public static FrameworksDocument Of(PublicCertification published) =>
        new(published.Id, published.Title, published.WorkSituations, published.TargetJobs, published.Activities, published.Blocks, published.Assessments);
}
