using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace CqpPortal.Database.Accounts;

/// <summary>Somebody who signs in. An account is closed, never deleted: what was done keeps its author.</summary>
public sealed class Person : IdentityUser<int>
{
    public const int MaxNameLength = 120;

    private readonly List<Grant> _grants = [];

    /// <summary>As colleagues read it beside what the person did.</summary>
    public required string Name { get; set; }

    public IReadOnlyList<Grant> Grants => _grants;

    /// <summary>Keys of the committees for which the person may do anything.</summary>
    public IReadOnlyList<string> Committees => [.. _grants.Select(grant => grant.Committee).OfType<string>().Distinct()];

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Made up to show the portal; its password is public.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>Of what the portal writes to the person: mails and calendar. Pages follow their address.</summary>
    public Language Language { get; set; }

    public bool WantsDigest { get; set; } = true;

    /// <summary>Day of the last digest, or of the last look that found nothing to say: one a day is the most, and the next one tells what came after.</summary>
    public DateOnly? LastDigestOn { get; set; }

    /// <summary>Opens the person's calendar feed to a program that cannot sign in; null until asked for.</summary>
    public string? CalendarKey { get; set; }

    public bool May(Permission permission, string? committee = null) => ClosedAt is null && _grants.Contains(new Grant(permission, committee));

    /// <summary>Replaces all that the person may do.</summary>
    public void Allow(IEnumerable<Grant> grants)
    {
        var given = grants.Distinct().ToList();
        _grants.RemoveAll(grant => !given.Contains(grant));
        _grants.AddRange(given.Where(grant => !_grants.Contains(grant)));
    }
}
