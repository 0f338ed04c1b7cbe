namespace CqpPortal.Database.Registers.Drops;

/// <param name="Name">Of the file or of the entry of the zip.</param>
/// <param name="Length">Bytes to read.</param>
/// <param name="Open">A stream from the beginning, counted.</param>
internal sealed record DropPart(string Name, long Length, Func<CountedStream> Open);
