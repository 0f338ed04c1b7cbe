using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using CqpPortal.Web.Tests.Pages.EspaceCpne;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>A site with somebody who may edit rules, and questions that were asked.</summary>
public sealed class RuleVersionsSite(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    public string Email { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        Email = await RuleEditor.InviteAsync(_data, "Camille", new Grant(Permission.EditRules));
        await using var database = _data.CreateContext();
        await AskedQuestions.AddAsync(database, new[] { ("RNCP99002", 12), ("RS99001", 4), ("DEMO-A", 3) }.Select(asked => new AskedQuestionCount
        {
            Kind = "cpf",
            Parameters = $"code={asked.Item1}&orderDate=2026-11-20&startDate=2026-11-20&situation=employee&price=3000&balance=2400",
            AskedOn = FixedClock.Demonstration.Day,
            Count = asked.Item2,
        }), TestContext.Current.CancellationToken);
        _site = new PortalSite(_data.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    public string At(string address) => new Uri(_site.Address, address).ToString();

    /// <summary>Signs in, and opens the page.</summary>
    public async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync(At($"/connexion?retour={Uri.EscapeDataString(address)}"));
        await page.Locator("[name=Email]").FillAsync(Email);
        await page.Locator("[name=Password]").FillAsync(RuleEditor.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(At(address));
    }
}
