namespace CqpPortal.Domain.Access;

/// <summary>A permission of one person, for one committee or for the whole portal.</summary>
public sealed record Grant
{
    /// <param name="committee">Key of the committee; null for the whole portal.</param>
    /// <exception cref="ArgumentException">A permission of committees without one, or one of the portal with one.</exception>
    public Grant(Permission permission, string? committee = null)
    {
        if (IsOfCommittee(permission) != committee is not null)
            throw new ArgumentException($"{permission} is given for {(committee is null ? "a committee" : "the whole portal")}.", nameof(committee));
        Permission = permission;
        Committee = committee;
    }

    public Permission Permission { get; private init; }

    public string? Committee { get; private init; }

    public static bool IsOfCommittee(Permission permission) => permission is Permission.WriteDrafts or Permission.Review or Permission.Sign;
}
