using System.Net;
using CqpPortal.Database.Demonstration;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

public sealed class DemonstrationPeopleTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_signs_in_with_the_password_that_the_page_shows()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var site = new PortalSite(data.ConnectionString, configure: Demonstration);
        await using var database = data.CreateContext();
        var people = await database.Users.AsNoTracking().ToListAsync(Stop);
        Assert.Equal(DemonstrationPeople.All.Select(person => person.Email).Order(), people.Select(person => person.Email!).Order());
        Assert.Equal(DemonstrationPeople.All.Sum(person => person.Grants.Count), people.Sum(person => person.Grants.Count));
        Assert.Equal(Enum.GetValues<Permission>(), people.SelectMany(person => person.Grants).Select(grant => grant.Permission).Distinct().Order());
        foreach (var person in people)
        {
            await using var staff = new StaffClient(site.Address, person);
            var page = await staff.OpenAsync("/connexion");
            Assert.Contains(person.Email!, page.Body!.TextContent, StringComparison.Ordinal);
            using var answer = await staff.SignInAsync(page.QuerySelector("#demonstration + p code")!.TextContent);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Are_added_once_and_keep_what_somebody_changed()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await DemonstrationPeople.AddAsync(data.ConnectionString, Stop);
        await using var database = data.CreateContext();
        await database.Users.ExecuteUpdateAsync(people => people.SetProperty(person => person.Name, "Autre Nom"), Stop);
        await DemonstrationPeople.AddAsync(data.ConnectionString, Stop);
        Assert.Equal(DemonstrationPeople.All.Count, await database.Users.CountAsync(person => person.Name == "Autre Nom", Stop));
    }

    [Theory]
    [InlineData("Development", null, null, null, true)]
    [InlineData("Development", "false", null, null, false)]
    [InlineData("Development", null, "Host=db", null, false)]
    [InlineData("Development", null, null, "false", false)]
    [InlineData("Development", "false", "Host=db", "true", true)]
    [InlineData("Production", null, null, null, false)]
    public void Exist_only_where_nothing_is_real(string environment, string? demoData, string? server, string? asked, bool expected) =>
        Assert.Equal(expected, Read(environment, demoData, server, asked).DemonstrationAccounts);

    [Fact]
    public void Are_refused_in_production_with_the_reason()
    {
        var refused = Assert.Throws<RefusedSettingException>(() => Read("Production", null, null, "true"));
        Assert.Contains("refusé en Production", refused.Message, StringComparison.Ordinal);
    }

    private static AccessSettings Read(string environment, string? demoData, string? server, string? asked) => AccessSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Portal:DemoData", demoData), new("ConnectionStrings:Portal", server), new("Portal:DemonstrationAccounts", asked)]).Build(),
        new HostingEnvironment { EnvironmentName = environment });

    private static void Demonstration(IWebHostBuilder builder) => builder.UseEnvironment(Environments.Development).UseSetting("Portal:DemonstrationAccounts", "true");
}
