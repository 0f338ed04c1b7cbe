using CsvHelper;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>
/// The same file back with its answers: same rows, columns, separator and line ends. A cell that a spreadsheet would run as a formula (it begins with
/// <c>= + - @</c>, a tab or a return) has an apostrophe before it.
/// </summary>
internal static class CompletedCsv
{
    /// <summary>How every file of the portal is written, so that no spreadsheet runs what somebody typed.</summary>
    public static CsvWriterOptions Safe { get; } = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, ValidateFieldCount = false };

    /// <param name="list">Read again row by row, in step with its answers.</param>
    /// <param name="lines">One a row of the list, in its order.</param>
    public static async Task WriteAsync(CsvList list, IAsyncEnumerable<CheckedLine> lines, AddedColumns columns, Stream output, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output, Safe with
        {
            Separator = list.Separator,
            NewLine = list.NewLine,
            WriteByteOrderMark = list.HasMark,
        }, leaveOpen: true);
        var own = AddedColumns.OwnOf(list.Headings);
        foreach (var heading in list.Headings.Take(own)) csv.WriteField(list.HasHeadings ? heading : columns.NameOf(heading));
        foreach (var name in columns.Names) csv.WriteField(name);
        await csv.EndRecordAsync(cancellationToken);

        using var read = list.Open();
        using var rows = list.Rows(read).GetEnumerator();
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            rows.MoveNext();
            Write(csv, read, own, list.Headings.Count, columns.Cells(line));
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    /// <summary>What a row has more than the headings stands behind, so that answers stand under theirs.</summary>
    private static void Write(CsvWriter csv, CsvReader read, int own, int headings, IEnumerable<string> added)
    {
        for (var place = 0; place < own; place++) csv.WriteField(place < read.FieldCount ? read.GetSpan(place) : []);
        foreach (var cell in added) csv.WriteField(cell);
        for (var place = headings; place < read.FieldCount; place++) csv.WriteField(read.GetSpan(place));
    }
}
