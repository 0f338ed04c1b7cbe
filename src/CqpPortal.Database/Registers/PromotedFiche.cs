namespace CqpPortal.Database.Registers;

/// <summary>A fiche taken for a CQP, or perhaps one.</summary>
/// <param name="Number">Such as RNCP35419.</param>
/// <param name="Title">The fiche's own.</param>
/// <param name="Evidence">Why, in French, for people to judge.</param>
public sealed record PromotedFiche(string Number, string Title, string Evidence);
