namespace CqpPortal.Web.Answers.Batch;

/// <summary>A list that somebody sent from the page, and its answers as they come. Whoever knows its address sees it, and nobody else can guess it.</summary>
/// <param name="list">The file, or what was pasted.</param>
/// <param name="shared">Days and situation of the lines that tell none of their own.</param>
internal sealed class KeptList(string id, CsvList list, IReadOnlyDictionary<string, string> shared)
{
    private const int BytesALine = 600;

    private readonly List<CheckedLine> _lines = new(list.Count);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _done;

    public string Id => id;

    /// <summary>Address of its page.</summary>
    public string Path => $"/cpf/lot/{id}";

    public CsvList List => list;

    public IReadOnlyDictionary<string, string> Shared => shared;

    /// <summary>What such a line asks, its certification apart.</summary>
    public required AskedQuestion Question { get; init; }

    /// <summary>Language of the page from which it was sent, and of its answers.</summary>
    public required Language Language { get; init; }

    /// <summary>As the reader's own computer calls it; null for what was pasted.</summary>
    public string? FileName { get; init; }

    /// <summary>When it is forgotten.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How much memory it takes, nearly.</summary>
    public long Bytes => list.Bytes + (long)list.Count * BytesALine;

    /// <summary>How many lines are answered.</summary>
    public int Done => Volatile.Read(ref _done);

    /// <summary>Ends with the last answer, or when there will be no further one.</summary>
    public Task Finished => _finished.Task;

    /// <summary>All lines in the order of the list, once it is finished; fewer where something stopped it.</summary>
    public IReadOnlyList<CheckedLine> Lines => Finished.IsCompleted ? _lines : [];

    public void Add(CheckedLine line)
    {
        _lines.Add(line);
        Volatile.Write(ref _done, _lines.Count);
    }

    public void Finish() => _finished.TrySetResult();
}
