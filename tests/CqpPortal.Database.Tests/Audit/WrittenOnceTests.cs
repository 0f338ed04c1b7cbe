using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Npgsql;
using Xunit;

namespace CqpPortal.Database.Tests.Audit;

/// <summary>The audit log and the published versions: nobody changes, deletes or empties them.</summary>
public sealed class WrittenOnceTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update audit_log set subject = 'autre'")]
    [InlineData("delete from audit_log")]
    [InlineData("truncate audit_log")]
    [InlineData("update entry_versions set reason = 'autre'")]
    [InlineData("delete from entry_versions")]
    [InlineData("truncate entry_versions")]
    public async Task What_is_written_once_stays_whoever_asks(string attack)
    {
        await using var role = await server.CreateRoleAsync();
        await using var data = await server.CreateDatabaseAsync();
        await PortalDatabase.GrantAsync(data.ConnectionString, role.Name, Stop);
        // The site itself writes both.
        await using (var database = PortalDatabase.CreateContext(role.ConnectionString(data)))
        {
            var entry = new Entry(null, "Soudeur, soudeuse", []);
            database.Add(entry);
            await database.SaveChangesAsync(Stop);
            var text = new EntryText { Title = "Soudeur, soudeuse" };
            database.Add(new EntryVersion { EntryId = entry.Id, Number = 1, Text = text, Digest = text.Digest, PublishedAt = DateTimeOffset.UnixEpoch, Reason = "Essai" });
            database.Add(new AuditLine { At = DateTimeOffset.UnixEpoch, Action = AuditAction.Published, Subject = "Essai" });
            await database.SaveChangesAsync(Stop);
        }
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await AttackAsync(role.ConnectionString(data), attack));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, await AttackAsync(data.ConnectionString, attack));
    }

    private static async Task<string> AttackAsync(string connectionString, string attack)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(attack, connection);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop))).SqlState;
    }
}
