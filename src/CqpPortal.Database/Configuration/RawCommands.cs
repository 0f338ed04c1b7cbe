using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CqpPortal.Database.Configuration;

/// <summary>Statements that LINQ cannot say (text search, COPY), on the context's own connection and transaction.</summary>
internal static class RawCommands
{
    extension(PortalDbContext database)
    {
        /// <summary>A command on the context's open connection, within its transaction if one runs, as patient as the context.</summary>
        public async Task<NpgsqlCommand> CommandAsync(string sql, CancellationToken cancellationToken)
        {
            var connection = await database.OpenAsync(cancellationToken);
            var command = new NpgsqlCommand(sql, connection, database.RunningTransaction());
            if (database.Database.GetCommandTimeout() is { } seconds) command.CommandTimeout = seconds;
            return command;
        }

        /// <summary>Several commands in one round trip.</summary>
        public async Task<NpgsqlBatch> BatchAsync(CancellationToken cancellationToken)
        {
            var connection = await database.OpenAsync(cancellationToken);
            var batch = new NpgsqlBatch(connection, database.RunningTransaction());
            if (database.Database.GetCommandTimeout() is { } seconds) batch.Timeout = seconds;
            return batch;
        }

        private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
        {
            await database.Database.OpenConnectionAsync(cancellationToken);
            return (NpgsqlConnection)database.Database.GetDbConnection();
        }

        private NpgsqlTransaction? RunningTransaction() => database.Database.CurrentTransaction?.GetDbTransaction() as NpgsqlTransaction;
    }

    extension(NpgsqlBatch batch)
    {
        public void Add<T>(string sql, T parameter)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = parameter });
            batch.BatchCommands.Add(command);
        }
    }
}
