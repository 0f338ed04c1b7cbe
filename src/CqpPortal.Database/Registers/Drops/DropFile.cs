using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text.RegularExpressions;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>
/// One export as published: an XML flux, plain or alone in a zip, or a zip of ten CSV files. Opened without trusting it: what it
/// declares is checked, and what it unpacks is counted.
/// </summary>
internal sealed partial class DropFile : IDisposable
{
    /// <summary>The real fluxes unpack to less than 1 GB, ten times less than that.</summary>
    private const long MostBytes = 8L * 1024 * 1024 * 1024;

    /// <summary>XML repeats itself: 1 to 8 is usual, 1 to 40 the most ever seen.</summary>
    private const long MostExpansion = 200;

    /// <summary>What is smaller is read however well it was packed: a table of one column repeats itself a lot.</summary>
    private const long SmallBytes = 16L * 1024 * 1024;

    private const int MostEntries = 50;

    private readonly FileStream _file;
    private readonly ZipArchive? _archive;

    private DropFile(string path, FileStream file, ZipArchive? archive)
    {
        Path = path;
        _file = file;
        _archive = archive;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public RegisterFormat Format { get; private init; }

    /// <summary>The register that the name of a flux says; null for the CSV, which holds both, or when the name does not say.</summary>
    public Register? Register { get; private init; }

    /// <summary>The XML flux, or the CSV files by the name of what they hold (<c>Standard</c>, <c>Rome</c>...).</summary>
    public IReadOnlyDictionary<string, DropPart> Parts { get; private init; } = new Dictionary<string, DropPart>();

    /// <summary>The file or the entry of the zip that lists the fiches.</summary>
    public string MainPart => Parts[Format == RegisterFormat.Xml ? "XML" : "Standard"].Name;

    /// <summary>Date written in the name of the file or of its entries; null when none is.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>Digest of the bytes of the file.</summary>
    public byte[] Digest()
    {
        using var bytes = File.OpenRead(Path);
        var hash = new XxHash128();
        hash.Append(bytes);
        return hash.GetHashAndReset();
    }

    /// <exception cref="RefusedDropException">The file is no export of France compétences, or it is not there.</exception>
    public static DropFile Open(string path)
    {
        if (Directory.Exists(path)) throw new RefusedDropException("Ce dossier ne contient ni .xml ni .zip : donnez les exports, tels que publiés.");
        FileStream file;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedDropException($"Il n'y a pas de fichier à cet endroit : {path}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusedDropException($"Le fichier ne s'ouvre pas : donnez à ce compte le droit de le lire ({path}).", problem);
        }
        try
        {
            Span<byte> start = stackalloc byte[4];
            var read = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
            file.Position = 0;
            if (read == 0) throw new RefusedDropException("Le fichier est vide. Téléchargez-le de nouveau sur data.gouv.fr.");
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) throw new RefusedDropException("Une table CSV seule ne suffit pas : donnez le zip des dix, tel que publié.");
            return start is [(byte)'P', (byte)'K', ..] ? OpenArchive(path, file) : new DropFile(path, file, null)
            {
                Format = RegisterFormat.Xml,
                Parts = new Dictionary<string, DropPart> { ["XML"] = new(System.IO.Path.GetFileName(path), file.Length, () => new CountedStream(File.OpenRead(path), MostBytes)) },
                Register = RegisterIn(System.IO.Path.GetFileName(path)),
                Date = DateIn(System.IO.Path.GetFileName(path)),
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _file.Dispose();
    }

    private static DropFile OpenArchive(string path, FileStream file)
    {
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries) throw new RefusedDropException($"L'archive contient {archive.Entries.Count} fichiers. Un export de France compétences en contient un (XML) ou dix (CSV).");
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedDropException("L'archive zip est incomplète ou abîmée. Téléchargez-la de nouveau sur data.gouv.fr.", problem);
        }
        var fluxes = archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).ToList();
        var tables = archive.Entries.Select(entry => (Entry: entry, Match: CsvName().Match(Undecorated(entry.Name)))).Where(entry => entry.Match.Success).ToList();
        if (fluxes.Count == 1)
        {
            return new DropFile(path, file, archive)
            {
                Format = RegisterFormat.Xml,
                Parts = new Dictionary<string, DropPart> { ["XML"] = Part(fluxes[0]) },
                Register = RegisterIn(fluxes[0].Name) ?? RegisterIn(System.IO.Path.GetFileName(path)),
                Date = DateIn(fluxes[0].Name) ?? DateIn(System.IO.Path.GetFileName(path)),
            };
        }
        if (fluxes.Count > 1) throw new RefusedDropException($"L'archive contient {fluxes.Count} fichiers XML. Donnez un zip par flux, tel que publié.");
        if (tables.Count == 0)
            throw new RefusedDropException("L'archive ne contient ni flux XML, ni fichiers CSV de France compétences. Attendu : export_fiches_RNCP_V4_1_AAAA-MM-JJ.xml, ou dix fichiers export_fiches_CSV_*.csv.");

        var parts = tables.DistinctBy(table => table.Match.Groups["name"].Value).ToDictionary(table => table.Match.Groups["name"].Value, table => Part(table.Entry));
        var missing = CsvDrop.Files.Where(name => !parts.ContainsKey(name)).ToList();
        if (missing.Count > 0) throw new RefusedDropException($"Il manque dans l'archive : {string.Join(", ", missing.Select(name => $"export_fiches_CSV_{name}_*.csv"))}. Prenez le zip entier, tel que publié.");
        return new DropFile(path, file, archive) { Format = RegisterFormat.Csv, Parts = parts, Date = DateIn(tables[0].Entry.Name) ?? DateIn(System.IO.Path.GetFileName(path)) };
    }

    private static DropPart Part(ZipArchiveEntry entry)
    {
        if (entry.Length > MostBytes || (entry.Length > SmallBytes && entry.Length / Math.Max(entry.CompressedLength, 1) > MostExpansion))
            throw new RefusedDropException($"{entry.Name} se déplierait en {entry.Length / 1_000_000:N0} Mo, bien plus que ce que pèse l'archive : ce n'est pas un export de France compétences. Téléchargez-le sur data.gouv.fr.");
        // The declared length may lie: what is really unpacked is counted against the same limits.
        return new DropPart(entry.Name, entry.Length, () => new CountedStream(Unpacked(entry), Math.Min(MostBytes, Math.Max(entry.Length, 1)), entry.Crc32));
    }

    private static Stream Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedDropException($"{entry.Name} est abîmé dans l'archive, ou compressé autrement que France compétences ne le fait. Téléchargez l'archive de nouveau sur data.gouv.fr.", problem);
        }
    }

    private static Register? RegisterIn(string name) =>
        RegisterName().Match(name) is { Success: true } match
            ? match.ValueSpan.Equals("RS", StringComparison.OrdinalIgnoreCase) ? Domain.Recognition.Register.Rs : Domain.Recognition.Register.Rncp
            : null;

    private static DateOnly? DateIn(string name) =>
        IsoDate().Match(name) is { Success: true } match && DateOnly.TryParseExact(match.Value.Replace('_', '-'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // VoixdAccès and Blocs_De_Compétences come with accents, composed or not, or garbled by the zip.
    private static string Undecorated(string name) => AccentOfCsvName().Replace(name, "e");

    [GeneratedRegex(@"(?<=fiches[-_])(rncp|rs)(?=[-_.])", RegexOptions.IgnoreCase)]
    private static partial Regex RegisterName();

    [GeneratedRegex(@"20\d{2}[-_]\d{2}[-_]\d{2}")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^export_fiches_CSV_(?<name>[A-Za-z_]+?)_20\d{2}_\d{2}_\d{2}\.csv$", RegexOptions.IgnoreCase)]
    private static partial Regex CsvName();

    [GeneratedRegex(@"(?<=Acc|Comp)[^A-Za-z_]+|(?<=Acc|Comp)e[^A-Za-z_]+")]
    private static partial Regex AccentOfCsvName();
}
