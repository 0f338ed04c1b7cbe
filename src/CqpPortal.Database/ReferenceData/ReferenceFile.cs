using System.Security.Cryptography;
using CsvHelper;

namespace CqpPortal.Database.ReferenceData;

/// <summary>A reference file of this folder: a first line that names source and date, then rows under a heading.</summary>
public sealed record ReferenceFile(string FileName, string Source, string Digest, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <param name="fileName">Such as <c>branches.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is missing or its first line names no source.</exception>
    public static ReferenceFile Read(string fileName)
    {
        using var resource = typeof(ReferenceFile).Assembly.GetManifestResourceStream($"CqpPortal.Database.ReferenceData.{fileName}")
            ?? throw new InvalidDataException($"There is no reference file {fileName}.");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        var digest = Convert.ToHexString(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        bytes.Position = 0;

        using var text = new StreamReader(bytes);
        var first = text.ReadLine() ?? "";
        if (!first.StartsWith("# Source", StringComparison.Ordinal)) throw new InvalidDataException($"{fileName} does not name its source in its first line.");
        using var csv = CsvReader.Create(text, CsvReaderOptions.Default with { Separator = ';' }, leaveOpen: true);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.Headers.Index().ToDictionary(column => column.Item, column => csv.GetString(column.Index)));
        return new ReferenceFile(fileName, first[first.IndexOf(':', StringComparison.Ordinal)..].TrimStart(':', ' '), digest, rows);
    }
}
