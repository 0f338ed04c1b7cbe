namespace CqpPortal.Web.Mail;

/// <summary>Wakes the sender of this process at once; without it, it looks once a second.</summary>
internal sealed class MailSignal : IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0, 1);

    public void Raise()
    {
        try
        {
            _waiting.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _waiting.WaitAsync(most, cancellationToken);

    public void Dispose() => _waiting.Dispose();
}
