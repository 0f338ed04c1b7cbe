using System.Threading.Channels;

namespace CqpPortal.Web.Answers;

/// <summary>
/// Questions that were just answered, on their way to the table. An answer never waits for them and never fails because of them: when too many wait, they are dropped.
/// </summary>
/// <param name="isKept">Whether the operator lets the portal keep them at all.</param>
internal sealed class KeptQuestions(bool isKept)
{
    private const int MostWaiting = 10_000;

    private readonly Channel<(QuestionKind Kind, AskedQuestion Question)> _waiting = Channel.CreateBounded<(QuestionKind, AskedQuestion)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public ChannelReader<(QuestionKind Kind, AskedQuestion Question)> Waiting => _waiting.Reader;

    public void Keep(QuestionKind kind, AskedQuestion question)
    {
        if (isKept) _waiting.Writer.TryWrite((kind, question));
    }
}
