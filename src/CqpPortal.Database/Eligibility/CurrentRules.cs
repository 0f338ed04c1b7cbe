using CqpPortal.Domain.Eligibility;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Eligibility;

/// <summary>The rules as the site answers by them: read again once a second at most, so that a row added counts at once and costs nothing.</summary>
public sealed class CurrentRules(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>Good enough while somebody else is reading.</summary>
    private static readonly TimeSpan Usable = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _reading = new(1);
    private volatile Read? _last;

    public async ValueTask<RuleBook> GetAsync(CancellationToken cancellationToken)
    {
        if (Within(Fresh) is { } fresh) return fresh;
        if (Within(Usable) is not { } usable) await _reading.WaitAsync(cancellationToken);
        else if (!await _reading.WaitAsync(TimeSpan.Zero, cancellationToken)) return usable;
        try
        {
            if (Within(Fresh) is { } read) return read;
            var at = clock.GetTimestamp();
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            var book = await StoredRules.ReadAsync(database, _last?.Book, cancellationToken);
            _last = new Read(book, at);
            return book;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private RuleBook? Within(TimeSpan age) => _last is { } last && clock.GetElapsedTime(last.At) < age ? last.Book : null;

    private sealed record Read(RuleBook Book, long At);
}
