namespace CqpPortal.Web.Pages.MonProjet;

/// <summary>One question of the orientation, by the name that its answer bears in the address.</summary>
internal sealed record Step(string Name, string Question, string Help)
{
    /// <summary>What can be chosen; none where the answer is typed.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];
}
