namespace CqpPortal.Database.Registers.Drops;

/// <summary>One fiche that cannot be taken while the others can. The message is the reason, in French.</summary>
internal sealed class UnreadableFicheException(string reason, int line) : Exception(reason)
{
    public int Line { get; } = line;
}
