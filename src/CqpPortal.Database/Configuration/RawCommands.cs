using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CqpPortal.Database.Configuration;

/// <summary>Statements that LINQ cannot say (text search, COPY), on the context's own connection and transaction.</summary>
internal static class RawCommands
{
    extension(PortalDbContext database)
    {
        /// <summary>A command on the context's open connection, within its transaction if one runs.</summary>
        public async Task<NpgsqlCommand> CommandAsync(string sql, CancellationToken cancellationToken)
        {
            await database.Database.OpenConnectionAsync(cancellationToken);
            var connection = (NpgsqlConnection)database.Database.GetDbConnection();
            return new NpgsqlCommand(sql, connection, database.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction);
        }
    }
}
