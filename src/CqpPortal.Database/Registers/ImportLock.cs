using CqpPortal.Database.Configuration;
using CqpPortal.Database.Registers.Drops;

namespace CqpPortal.Database.Registers;

/// <summary>One writer of registers and catalogue at a time, whoever runs it; held until the transaction ends.</summary>
internal static class ImportLock
{
    private const long Key = 0x0C9_1A9_0E7;

    /// <summary>Somebody who records a fact holds it for less than that.</summary>
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="RefusedDropException">Another one is at work.</exception>
    public static async Task TakeAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (attempt > 1) await Task.Delay(Pause, cancellationToken);
            if (await TryAsync(database, $"select pg_try_advisory_xact_lock({Key})", cancellationToken)) return;
        }
        throw new RefusedDropException("Un autre import est en cours sur cette base : attendez qu'il finisse, puis recommencez.");
    }

    /// <summary>Keeps imports out while one certification is written; several may do so at once.</summary>
    /// <returns>False while an import is at work: its certifications would be waited for as long as it lasts.</returns>
    public static Task<bool> TryShareAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        TryAsync(database, $"select pg_try_advisory_xact_lock_shared({Key})", cancellationToken);

    private static async Task<bool> TryAsync(PortalDbContext database, string sql, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync(sql, cancellationToken);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
