namespace CqpPortal.Domain.Editing;

/// <summary>What is wrong with a text.</summary>
/// <param name="Path">Path of the field, such as <c>skill/k3f9/title</c> or <c>owner</c>; empty for the text as a whole.</param>
/// <param name="Message">What to do: the same words on every page and in files.</param>
public sealed record EntryFault(string Path, Message Message);
