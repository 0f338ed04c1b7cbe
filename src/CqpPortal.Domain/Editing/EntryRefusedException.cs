namespace CqpPortal.Domain.Editing;

/// <summary>What was asked of an entry is not possible as it stands; the message says why and what to do, in French, to be shown as it is.</summary>
public sealed class EntryRefusedException(string message) : InvalidOperationException(message);
