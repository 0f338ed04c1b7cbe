using CqpPortal.Database.ReferenceData;

namespace CqpPortal.Database.Search;

/// <summary>Gives branches and trade families their names, for an IDCC or a ROME code says nothing to a candidate.</summary>
internal static class FacetLabels
{
    private static readonly Lazy<Dictionary<string, string>> Labels = new(() => ReferenceFile.Read("branches.csv").Rows.Select(row => (row["idcc"], row["name"]))
        .Concat(ReferenceFile.Read("rome.csv").Rows.Select(row => (row["code"], row["label"]))).ToDictionary(label => label.Item1, label => label.Item2));

    public static IReadOnlyList<Facet> Name(IReadOnlyList<Facet> facets) =>
    [
        .. facets.Select(facet => facet.Name is "branch" or "domain"
            ? facet with { Counts = [.. facet.Counts.Select(count => count with { Label = Labels.Value.GetValueOrDefault(count.Value) ?? count.Value })] }
            : facet),
    ];
}
