using CqpPortal.Domain.Access;

namespace CqpPortal.Web.Pages.EspaceCpne.Personnes;

/// <summary>What somebody may do, as it is ticked: for the portal, then one row a committee.</summary>
internal sealed class GrantForm
{
    /// <summary>Nobody acts for more; a longer form was not written by this page.</summary>
    private const int MostRows = 200;

    public List<Permission> Portal { get; set; } = [];

    public List<Row> Rows { get; set; } = [];

    /// <summary>What is granted, with some empty rows to add to.</summary>
    public static GrantForm Of(IReadOnlyList<Grant> grants, int emptyRows) => new()
    {
        Portal = [.. grants.Where(grant => grant.Committee is null).Select(grant => grant.Permission)],
        Rows = [.. grants.Where(grant => grant.Committee is not null).GroupBy(grant => grant.Committee).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Row { Committee = group.Key, Allowed = [.. group.Select(grant => grant.Permission)] }), .. Enumerable.Range(0, emptyRows).Select(_ => new Row())],
    };

    /// <summary>The permissions that are ticked. A row without committee or without tick gives none.</summary>
    /// <param name="committees">Those there are.</param>
    public IReadOnlyList<Grant> Read(IReadOnlyCollection<string> committees) =>
    [
        .. Portal.Where(permission => Enum.IsDefined(permission) && !Grant.IsOfCommittee(permission)).Select(permission => new Grant(permission)),
        .. Rows.Take(MostRows).Where(row => row.Committee is not null && committees.Contains(row.Committee))
            .SelectMany(row => row.Allowed.Where(permission => Enum.IsDefined(permission) && Grant.IsOfCommittee(permission)).Select(permission => new Grant(permission, row.Committee))),
    ];

    /// <summary>Rows in which a committee is chosen and nothing ticked, or the other way round: something was forgotten.</summary>
    public int? Incomplete => Rows.FindIndex(row => string.IsNullOrEmpty(row.Committee) != (row.Allowed.Count == 0)) is >= 0 and var index ? index : null;

    internal sealed class Row
    {
        public string? Committee { get; set; }

        public List<Permission> Allowed { get; set; } = [];
    }
}
