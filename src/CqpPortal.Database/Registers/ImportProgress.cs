namespace CqpPortal.Database.Registers;

/// <summary>How far a file is: bytes read of all, and fiches met.</summary>
public readonly record struct ImportProgress(string File, ImportStep Step, long Bytes, long AllBytes, int Fiches);
