using CqpPortal.Database.Configuration;

namespace CqpPortal.Database.Search;

/// <summary>Gives branches and trade families their names, for an IDCC or a ROME code says nothing to a candidate.</summary>
internal sealed class FacetLabels(PortalDbContext database)
{
    private const string Branches = "select idcc, name from branches where idcc = any($1)";

    private const string Domains = "select code, label from reference_terms where kind = 'Rome' and code = any($1)";

    public async Task<IReadOnlyList<Facet>> NameAsync(IReadOnlyList<Facet> facets, CancellationToken cancellationToken)
    {
        string[] Values(string name) => [.. facets.First(facet => facet.Name == name).Counts.Select(count => count.Value)];
        await using var batch = await database.BatchAsync(cancellationToken);
        batch.Add(Branches, Values("branch"));
        batch.Add(Domains, Values("domain"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var labels = new Dictionary<string, string>();
        do
        {
            while (await reader.ReadAsync(cancellationToken)) labels[reader.GetString(0)] = reader.GetString(1);
        }
        while (await reader.NextResultAsync(cancellationToken));
        return
        [
            .. facets.Select(facet => facet.Name is "branch" or "domain"
                ? facet with { Counts = [.. facet.Counts.Select(count => count with { Label = labels.GetValueOrDefault(count.Value) ?? count.Value })] }
                : facet),
        ];
    }
}
