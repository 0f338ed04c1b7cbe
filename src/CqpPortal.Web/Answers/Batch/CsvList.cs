using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>
/// A list of certifications as people keep it: CSV with or without headings, in UTF-8 or Windows-1252, whatever its separator and line ends. The file is held
/// once, and its lines are read anew each time they are wanted.
/// </summary>
internal sealed class CsvList
{
    public const int MostColumns = 100;

    /// <summary>More than a parameter takes, so that what is too long is still seen to be.</summary>
    private const int LongestCell = 4_000;

    private const int SampledRows = 10;
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly byte[] _utf8;
    private readonly CsvReaderOptions _options;
    private readonly ListColumns _columns;
    private readonly int _lastRow;

    private CsvList(byte[] content)
    {
        (_utf8, HasMark) = ToUtf8(content);
        Separator = SeparatorOf(_utf8);
        _options = OptionsFor(Separator);
        if (HasUnclosedQuote()) _options = _options with { AllowLineBreaksInQuotes = false };
        _lastRow = LastRow();
        using var csv = Open();
        csv.Read();
        NewLine = LineEndAfter(csv);
        var first = Cells(csv);
        if (csv.FieldCount > MostColumns)
            throw new RefusedListException(new($"La liste a plus de {MostColumns} colonnes : gardez le code et les dates.", $"The list has more than {MostColumns} columns: keep code and dates."));
        HasHeadings = ListColumns.Read(first).Any(parameter => parameter is not null);
        _columns = HasHeadings ? ListColumns.ByHeadings(first) : ListColumns.ByFirstLine(first);
        Headings = HasHeadings ? first : [.. first.Select((_, place) => _columns.ParameterAt(place))];
        Count = _lastRow - FirstRow + 1;
        if (Count <= 0) throw new RefusedListException(new("La liste est vide : donnez un code ou un titre par ligne.", "The list is empty: give a code or a title a line."));
        if (Count > CpfBatch.MostLines) throw CpfBatch.TooManyLines;
    }

    public char Separator { get; }

    public string NewLine { get; }

    /// <summary>Whether the completed file begins with the mark of UTF-8: where this one does, and where it is not UTF-8.</summary>
    public bool HasMark { get; }

    public bool HasHeadings { get; }

    /// <summary>As the file names its columns; without headings, the parameters that they were understood to be.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>How many lines ask something.</summary>
    public int Count { get; }

    public long Bytes => _utf8.Length;

    private int FirstRow => HasHeadings ? 2 : 1;

    /// <exception cref="RefusedListException">It is empty or too long.</exception>
    public static CsvList Read(byte[] content) => new(content);

    /// <summary>Codes as they were pasted: the same, for what was copied from a spreadsheet or a file.</summary>
    public static CsvList Paste(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <param name="rows">The rows that are wanted; null for all.</param>
    public IEnumerable<AskedLine> Lines(IReadOnlySet<int>? rows = null)
    {
        using var csv = Open();
        foreach (var row in Rows(csv))
        {
            if (rows?.Contains(row) != false) yield return new AskedLine(row, _columns.Values(Cells(csv)));
        }
    }

    /// <summary>What a parameter is called: by the list, else by the columns that it gets.</summary>
    public string NameOf(string parameter, AddedColumns columns) => HasHeadings && _columns.PlaceOf(parameter) is >= 0 and var place ? Headings[place] : columns.NameOf(parameter);

    /// <summary>A reader before the first row, headings included.</summary>
    public CsvReader Open() => CsvReader.Create(_utf8, _options);

    /// <summary>Moves the reader through the lines that ask something.</summary>
    public IEnumerable<int> Rows(CsvReader csv)
    {
        if (HasHeadings) csv.Read();
        for (var row = FirstRow; row <= _lastRow && csv.Read(); row++) yield return row;
    }

    /// <summary>Empty lines are lines, for each has its answer.</summary>
    internal static CsvReaderOptions OptionsFor(char separator) =>
        CsvReaderOptions.Default with { HasHeader = false, SkipEmptyLines = false, Separator = separator, DetectSeparatorHint = false };

    internal static (byte[] Utf8, bool HasMark) ToUtf8(byte[] content)
    {
        if (Utf8.IsValid(content)) return (content, content.AsSpan().StartsWith(Utf8Mark));
        // What Excel saves as « texte Unicode », and what it saves as CSV.
        var encoding = content.AsSpan() switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        var mark = encoding.Preamble.Length;
        return (Encoding.Convert(encoding, Encoding.UTF8, content, mark, content.Length - mark), true);
    }

    /// <summary>The one under which the first row is a row of headings; else the one that parts the first rows, a comma only where it parts no title.</summary>
    private static char SeparatorOf(byte[] utf8)
    {
        foreach (var separator in "\t;,")
        {
            if (Sample(utf8, separator) is [[_, _, ..] headings, ..] && ListColumns.Read(headings).Any(parameter => parameter is not null)) return separator;
        }
        foreach (var separator in "\t;")
        {
            if (Sample(utf8, separator).Any(row => row.Length > 1)) return separator;
        }
        return Sample(utf8, ',').Find(row => row.Length > 1) is { } cells && ListColumns.AreCodeAndMore(cells) ? ',' : ';';
    }

    private static List<string[]> Sample(byte[] utf8, char separator)
    {
        using var csv = CsvReader.Create(utf8, OptionsFor(separator));
        var rows = new List<string[]>();
        while (rows.Count < SampledRows && csv.Read()) rows.Add(Cells(csv));
        return rows;
    }

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[Math.Min(csv.FieldCount, MostColumns)];
        for (var place = 0; place < cells.Length; place++)
        {
            var cell = csv.GetSpan(place);
            cells[place] = Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, LongestCell)]);
        }
        return cells;
    }

    /// <summary>A quote that somebody forgot to close would swallow the lines after it: then each line end ends a line.</summary>
    private bool HasUnclosedQuote()
    {
        var found = false;
        using var csv = CsvReader.Create(_utf8, _options with { OnMalformedRecord = record => found |= record.RawRecord.AsSpan().ContainsAny('\r', '\n') });
        while (!found && csv.Read())
        {
        }
        return found;
    }

    /// <summary>The last row that holds anything: what a spreadsheet leaves empty below is not asked.</summary>
    private int LastRow()
    {
        using var csv = Open();
        var last = 0;
        for (var row = 1; csv.Read(); row++)
        {
            var isEmpty = true;
            for (var place = 0; isEmpty && place < csv.FieldCount; place++) isEmpty = csv.IsEmpty(place);
            if (!isEmpty) last = row;
        }
        return last;
    }

    private string LineEndAfter(CsvReader csv)
    {
        var end = (int)csv.ByteOffset + csv.RawRecord.Length;
        return _utf8.AsSpan(Math.Min(end, _utf8.Length)) switch { [(byte)'\r', (byte)'\n', ..] => "\r\n", [(byte)'\r', ..] => "\r", [(byte)'\n', ..] => "\n", _ => "\r\n" };
    }
}
