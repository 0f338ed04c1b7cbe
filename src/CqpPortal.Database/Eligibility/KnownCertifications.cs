using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CqpPortal.Database.Eligibility;

/// <summary>What typed codes name, kept for a moment: people and programs ask about the same certification many times over.</summary>
public sealed class KnownCertifications : IDisposable
{
    private const int Most = 10_000;

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _kept;
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="contexts">Gives a context for what is not kept.</param>
    /// <param name="kept">How long an answer may be old; zero keeps none.</param>
    public KnownCertifications(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, TimeSpan kept)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        _contexts = contexts;
        _clock = clock;
        _kept = kept;
    }

    /// <summary>As <see cref="CertificationLookup"/> finds it. What is not found is looked for again each time.</summary>
    public async ValueTask<AskedCertification?> GetAsync(string? typed, CancellationToken cancellationToken)
    {
        if (TypedCode.Of(typed) is not { } code) return null;
        if (_known.TryGetValue(code.Key, out AskedCertification? known)) return known;
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        var found = await new CertificationLookup(database).FindAsync(code, cancellationToken);
        if (found is not null && _kept > TimeSpan.Zero) _known.Set(code.Key, found, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = _kept, Size = 1 });
        return found;
    }

    /// <summary>As <see cref="CodeSuggestions"/> finds them, today.</summary>
    public async Task<IReadOnlyList<CodeSuggestion>> SuggestAsync(string typed, CancellationToken cancellationToken)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        return await new CodeSuggestions(database).FindAsync(typed, _clock.TodayInParis(), cancellationToken);
    }

    /// <summary>Authorisations of a provider on a fiche; null where the fiche's partners are not known.</summary>
    public async Task<IReadOnlyList<Habilitation>?> HabilitationsAsync(RegistryNumber number, string siret, CancellationToken cancellationToken)
    {
        await using var database = await _contexts.CreateDbContextAsync(cancellationToken);
        return await Habilitations.ReadAsync(database, number, siret, cancellationToken);
    }

    public void Dispose() => _known.Dispose();
}
