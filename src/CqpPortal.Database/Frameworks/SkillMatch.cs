namespace CqpPortal.Database.Frameworks;

/// <summary>A skill of one certification that another one has nearly as well.</summary>
/// <param name="WantedIn">Certification of the skill.</param>
/// <param name="HeldIn">Certification that has nearly the same.</param>
public sealed record SkillMatch(int WantedIn, int HeldIn, string Wanted, string Held);
