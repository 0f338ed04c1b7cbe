using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Tool;
using CqpPortal.Tool.Accounts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Tool;

public sealed class CreateAdministratorTests(PostgresServer server)
{
    private static readonly (string Email, string Name) Who = ("nadia@exemple.fr", "Nadia Benali");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_administrator_is_created_once_and_leaves_a_line_in_the_log()
    {
        await using var data = await server.CreateDatabaseAsync();
        Assert.Equal(0, await CreateAdministrator.RunAsync(data.ConnectionString, Who, () => "quatre mots bien choisis", Stop));
        Assert.Equal(2, await CreateAdministrator.RunAsync(data.ConnectionString, ("NADIA@exemple.fr", "Autre"), () => throw new InvalidOperationException("The password is not even asked."), Stop));
        await using var database = data.CreateContext();
        var person = await database.Users.SingleAsync(Stop);
        Assert.True(person.EmailConfirmed && person.May(Permission.Administer));
        Assert.DoesNotContain("quatre", person.PasswordHash, StringComparison.Ordinal);
        Assert.Equal("Nadia Benali (nadia@exemple.fr)", (await database.Set<AuditLine>().SingleAsync(Stop)).Subject);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("court")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("nadia@exemple.fr 1")]
    public async Task A_password_that_is_too_simple_changes_nothing(string? password)
    {
        await using var data = await server.CreateDatabaseAsync();
        Assert.Equal(2, await CreateAdministrator.RunAsync(data.ConnectionString, Who, () => password, Stop));
        await using var database = data.CreateContext();
        Assert.False(await database.Users.AnyAsync(Stop));
    }

    [Theory]
    [InlineData("nadia", "Nadia Benali", "adresse électronique")]
    [InlineData("Nadia <nadia@exemple.fr>", "Nadia Benali", "adresse électronique")]
    [InlineData("nadia@exemple.fr", " ", "prénom et le nom")]
    [InlineData("nadia@exemple.fr", "Nadia Benali", null)]
    public void Words_that_mean_nothing_are_refused_with_what_to_write(string email, string name, string? expected)
    {
        var refusal = CreateAdministrator.Refuse(email, name);
        if (expected is null) Assert.Null(refusal);
        else Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_usage_tells_it() => Assert.Contains("create-administrator ADRESSE", Usage.Text, StringComparison.Ordinal);
}
