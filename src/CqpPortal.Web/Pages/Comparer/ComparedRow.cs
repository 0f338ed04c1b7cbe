namespace CqpPortal.Web.Pages.Comparer;

/// <summary>One question, answered for each certification.</summary>
internal sealed record ComparedRow(string Name, IReadOnlyList<ComparedCell> Cells)
{
    public bool IsSame => Cells.Distinct().Count() == 1;
}
