using System.Collections;
using System.Collections.Frozen;
using System.Resources;

namespace CqpPortal.Web.Wording;

/// <summary>What the portal says in English, by its French sentence: the tables of the folder <c>Wording/English</c>.</summary>
internal static class English
{
    private static readonly FrozenDictionary<string, string> Sentences = Read().DistinctBy(row => row.French).ToFrozenDictionary(row => row.French, row => row.English);

    /// <summary>The sentence as it is on a French page; on an English page its translation, or the French where none is written, which a test refuses.</summary>
    public static string Of(string french) => Written.IsEnglish ? Sentences.GetValueOrDefault(Key(french), french) : french;

    /// <summary>Every row of every table.</summary>
    internal static IEnumerable<(string Table, string French, string English)> Read() =>
        from table in typeof(English).Assembly.GetManifestResourceNames()
        where table.StartsWith(typeof(English).FullName + ".", StringComparison.Ordinal)
        from row in new ResourceReader(typeof(English).Assembly.GetManifestResourceStream(table)!).Cast<DictionaryEntry>()
        select (table.Split('.')[^2], Key((string)row.Key), (string)row.Value!);

    /// <summary>Spaces that hold words together look like any other where a table is written.</summary>
    internal static string Key(string french) => french.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
