namespace CqpPortal.Database.Registers;

/// <summary>A fiche that was not taken. What the registers said of it before is kept.</summary>
/// <param name="Number">As written in the file; a dash when there is none.</param>
/// <param name="Line">Line of the file, counted from 1.</param>
/// <param name="Reason">In French.</param>
/// <param name="Entry">The file, or the entry of the zip, that holds the line.</param>
public sealed record RejectedFiche(string Number, long Line, string Reason, string Entry);
