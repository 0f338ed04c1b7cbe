using CqpPortal.Database.Configuration;
using CqpPortal.Database.Registers.Drops;

namespace CqpPortal.Database.Registers;

/// <summary>One writer of registers and catalogue at a time, whoever runs it; held until the transaction ends.</summary>
internal static class ImportLock
{
    private const long Key = 0x0C9_1A9_0E7;

    /// <exception cref="RefusedDropException">Another one is at work.</exception>
    public static async Task TakeAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync($"select pg_try_advisory_xact_lock({Key})", cancellationToken);
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!) throw new RefusedDropException("Un autre import est en cours sur cette base : attendez qu'il finisse, puis recommencez.");
    }
}
