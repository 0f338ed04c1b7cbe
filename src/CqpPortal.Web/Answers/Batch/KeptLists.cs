using System.Security.Cryptography;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>
/// The lists that people sent from the page, in memory for half an hour: they may name people in columns of their own, so nothing of them is written anywhere. One is
/// answered at a time; when they take too much room, the oldest go first.
/// </summary>
internal sealed class KeptLists : IDisposable
{
    private const long MostBytes = 150_000_000;
    private const int MostWaiting = 20;
    public static TimeSpan Kept { get; } = TimeSpan.FromMinutes(30);

    private readonly CpfBatch _batch;
    private readonly TimeProvider _clock;
    private readonly ILogger<KeptLists> _log;
    private readonly CancellationToken _stop;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly List<KeptList> _lists = [];
    private readonly ITimer _sweep;

    public KeptLists(CpfBatch batch, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<KeptLists> log)
    {
        (_batch, _clock, _log, _stop) = (batch, clock, log, lifetime.ApplicationStopping);
        _sweep = clock.CreateTimer(_ => Sweep(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>Keeps a list and begins to answer it.</summary>
    /// <returns>Null when too many lists wait already.</returns>
    public KeptList? Keep(CsvList list, IReadOnlyDictionary<string, string> shared, AskedQuestion question, string? fileName)
    {
        var kept = new KeptList(RandomNumberGenerator.GetHexString(32, lowercase: true), list, shared) { Question = question, Language = Written.PageLanguage, FileName = fileName, Until = _clock.GetUtcNow() + Kept };
        lock (_lock)
        {
            if (_lists.Count(other => !other.Finished.IsCompleted) >= MostWaiting) return null;
            _lists.Add(kept);
            while (_lists.Sum(other => other.Bytes) > MostBytes && _lists.Find(other => other.Finished.IsCompleted) is { } oldest) _lists.Remove(oldest);
        }
        _ = Task.Run(() => AnswerAsync(kept), CancellationToken.None);
        return kept;
    }

    public KeptList? Find(string id)
    {
        lock (_lock) return _lists.Find(kept => kept.Id == id && kept.Until > _clock.GetUtcNow());
    }

    public void Forget(KeptList kept)
    {
        lock (_lock) _lists.Remove(kept);
    }

    public void Dispose()
    {
        _sweep.Dispose();
        _turn.Dispose();
    }

    private void Sweep()
    {
        lock (_lock) _lists.RemoveAll(kept => kept.Until <= _clock.GetUtcNow());
    }

    private async Task AnswerAsync(KeptList kept)
    {
        try
        {
            await _turn.WaitAsync(_stop);
            try
            {
                await foreach (var line in _batch.AnswerAsync(kept.List.Lines(), kept.Shared, (kept.Language, ""), _stop))
                    kept.Add(line.Checked(kept.Language, parameter => kept.List.NameOf(parameter, AddedColumns.Of(kept.Language))));
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The portal closes, and forgets.
        }
        catch (Exception problem)
        {
            _log.LogError(problem, "A list could not be answered whole");
        }
        finally
        {
            kept.Finish();
        }
    }
}
