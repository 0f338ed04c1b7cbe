using System.Globalization;
using CsvHelper;

namespace CqpPortal.Web.Pages.Chiffres;

/// <summary>One figure of the catalogue in the language of the page: what its picture, its table and its file all show.</summary>
/// <param name="Name">As addresses say it.</param>
/// <param name="Line">What a line is.</param>
/// <param name="Series">What is counted, each with its tone of the style sheet.</param>
internal sealed record Figure(string Name, string Title, string Line, IReadOnlyList<(string Name, string Tone)> Series, IReadOnlyList<FigureLine> Lines)
{
    /// <summary>Heading of what lines say in words; null where they say numbers only.</summary>
    public string? Detail { get; init; }

    /// <summary>The longest line, what the others are measured by; at least 1.</summary>
    public int Most => Lines.Select(line => line.Total).Append(1).Max();

    /// <summary>Heading and lines, each line with a code that is the same in both languages.</summary>
    public async Task WriteAsync(CsvWriter csv, CancellationToken cancellationToken)
    {
        foreach (var heading in (string[])["code", Line, .. Series.Select(series => series.Name), .. Detail is null ? [] : new[] { Detail }]) csv.WriteField(heading);
        await csv.EndRecordAsync(cancellationToken);
        foreach (var line in Lines)
        {
            csv.WriteField(line.Code);
            csv.WriteField(line.Label);
            foreach (var count in line.Counts) csv.WriteField(count.ToString(CultureInfo.InvariantCulture));
            if (Detail is not null) csv.WriteField(line.Detail);
            await csv.EndRecordAsync(cancellationToken);
        }
    }
}

/// <param name="Code">Same in both languages: IDCC, month, value of a filter.</param>
/// <param name="Counts">In the order of the series.</param>
internal sealed record FigureLine(string Code, string Label, params IReadOnlyList<int> Counts)
{
    public bool IsFrench { get; init; }

    /// <summary>The search that shows them; null where no search does.</summary>
    public string? Address { get; init; }

    public string? Detail { get; init; }

    /// <summary>Its own tone, where its colour means something elsewhere too; null for that of the series.</summary>
    public string? Tone { get; init; }

    public int Total => Counts.Sum();
}
