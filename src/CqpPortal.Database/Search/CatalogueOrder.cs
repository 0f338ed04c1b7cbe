namespace CqpPortal.Database.Search;

public enum CatalogueOrder
{
    Relevance,
    Title,

    /// <summary>What ends first, first.</summary>
    EndDate,
}
