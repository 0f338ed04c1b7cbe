using System.Collections.Concurrent;

namespace CqpPortal.Web.Access;

/// <summary>Counts the attempts on addresses that have no account: they lock like the others, so that the answer does not tell who has one.</summary>
internal sealed class StrangeAddresses(TimeProvider clock)
{
    /// <summary>Somebody who tries that many addresses is answered as if each were new.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset? Until)> _seen = new();

    /// <returns>Until when the address is locked; null while it is not.</returns>
    public DateTimeOffset? Fail(string address)
    {
        var now = clock.GetUtcNow();
        if (_seen.Count >= Most) _seen.Clear();
        return _seen.AddOrUpdate(address, _ => (1, null), (_, seen) =>
        {
            if (seen.Until > now) return seen;
            var failures = seen.Until is null ? seen.Failures + 1 : 1;
            return failures >= SignInDesk.MostFailures ? (0, now + SignInDesk.LockLength) : (failures, null);
        }).Until;
    }
}
