using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using CqpPortal.Domain.Certifications;
using CsvHelper;

namespace CqpPortal.Database.ReferenceData;

/// <summary>A reference file of this folder: a first line that names source and date, then rows under a heading.</summary>
public sealed record ReferenceFile(string FileName, string Source, string Digest, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    private static readonly Lazy<FrozenDictionary<string, Brochure>> LazyBrochures = new(() => Read("brochures.csv").Rows
        .Select(row => new Brochure(row["brochure"], Branches(row["idcc"]), row["label"])).ToFrozenDictionary(brochure => brochure.Number));

    private static readonly Lazy<IReadOnlyList<KnownCommittee>> LazyCommittees = new(() =>
        [.. Read("committees.csv").Rows.Select(row => new KnownCommittee(row["code"], row["name"], Branches(row["idcc"])))]);

    private static readonly Lazy<FrozenDictionary<string, string>> LazyBranchCertifiers = new(() => Read("branch_certifiers.csv").Rows
        .ToFrozenDictionary(row => row["siret"], row => row["name"]));

    private static readonly Lazy<FrozenDictionary<Idcc, Idcc>> LazyBranchSuccessors = new(() => Read("branches.csv").Rows
        .Where(row => row["replaced_by"].Length > 0).ToFrozenDictionary(row => Branches(row["idcc"])[0], row => Branches(row["replaced_by"])[0]));

    /// <summary>Brochures of collective agreements by number, as the registers cite them (CCN_1 to CCN_3).</summary>
    public static IReadOnlyDictionary<string, Brochure> Brochures => LazyBrochures.Value;

    /// <summary>The CPNE that France compétences lists.</summary>
    public static IReadOnlyList<KnownCommittee> Committees => LazyCommittees.Value;

    /// <summary>Names of the bodies that certify for branches, by SIRET: one evidence among others that a fiche is a CQP.</summary>
    public static IReadOnlyDictionary<string, string> BranchCertifiers => LazyBranchCertifiers.Value;

    /// <summary>The agreement that took the place of an ended one, by the IDCC of the latter.</summary>
    public static IReadOnlyDictionary<Idcc, Idcc> BranchSuccessors => LazyBranchSuccessors.Value;

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

    private static IReadOnlyList<Idcc> Branches(string written) =>
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(idcc => Idcc.Parse(idcc, CultureInfo.InvariantCulture))];
}
