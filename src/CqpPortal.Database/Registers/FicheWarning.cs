namespace CqpPortal.Database.Registers;

/// <summary>A fiche that was taken as it is although its dates contradict each other.</summary>
/// <param name="Number">Such as RNCP35419.</param>
/// <param name="Line">Line of the file, counted from 1.</param>
/// <param name="Reason">In French.</param>
/// <param name="Entry">The file, or the entry of the zip, that holds the line.</param>
public sealed record FicheWarning(string Number, long Line, string Reason, string Entry);
