namespace CqpPortal.Database.Search;

/// <param name="Kind">job, skill, block, activity or branch.</param>
/// <param name="Text">The passage, with highlight marks.</param>
public sealed record MatchedPassage(string Kind, string Text);
