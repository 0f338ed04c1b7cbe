using NpgsqlTypes;

namespace CqpPortal.Database.ReferenceData;

/// <summary>A job name of the ROME, under its code: it finds a certification whose title does not hold it.</summary>
public sealed class JobName
{
    public required string Rome { get; init; }

    public required string Name { get; init; }

    /// <summary>The name as a search reads it, kept by the database.</summary>
    public NpgsqlTsVector Words { get; private set; } = null!;
}
