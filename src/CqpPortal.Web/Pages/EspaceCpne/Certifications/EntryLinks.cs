using CqpPortal.Domain.Editing;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>Addresses within the pages of an entry.</summary>
internal static class EntryLinks
{
    private static readonly string[] Framed = ["target-jobs", "work-situations", "activity", "block", "skill", "assessment"];

    /// <summary>The field in the editor: the row where it stands in one.</summary>
    public static string Editor(int entryId, string path)
    {
        var kind = path.Split('/')[0];
        var page = Framed.Contains(kind) ? "referentiels" : "presentation";
        var place = path == "skill" ? "couverture" : Anchor(EntryComparison.RowOf(path));
        return $"/espace-cpne/certifications/{entryId}/{page}{(place.Length > 0 ? "#" : "")}{place}";
    }

    /// <summary>A path as the name of a place in a page.</summary>
    public static string Anchor(string path) => path.Replace('/', '-');
}
