using CqpPortal.Domain.Access;

namespace CqpPortal.Database.Demonstration;

/// <summary>Somebody made up, to try the portal with.</summary>
/// <param name="Role">In French, what they may do.</param>
public sealed record DemonstrationPerson(string Name, string Email, string Role, IReadOnlyList<Grant> Grants)
{
    public required string EnglishRole { get; init; }
}
