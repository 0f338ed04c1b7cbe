namespace CqpPortal.Domain.Editing;

/// <summary>What was asked of an entry is not possible as it stands; the words say why and what to do.</summary>
public sealed class EntryRefusedException(Message words) : InvalidOperationException(words?.ToString())
{
    public Message Words => words;
}
