using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed partial class SearchTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task From_the_home_page_a_trade_leads_to_its_certification_with_the_keyboard_alone()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Aller au contenu", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.FocusAsync("#q");
        await page.Keyboard.TypeAsync("soudeuse chaudronniere");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".result h3 a").First.ClickAsync();
        Assert.Contains("jusqu’au 30", await page.Locator(".verdict .said").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filter_changes_list_and_address_with_or_without_JavaScript(bool javaScript)
    {
        var page = await chromium.OpenAsync(1280, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/certifications?q=chaudronnier"));
        var before = await page.Locator("#compte").InnerTextAsync();
        await page.GetByLabel("Répertoire spécifique").CheckAsync();
        if (!javaScript) await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Appliquer" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(FilterInAddress());
        await Assertions.Expect(page.Locator("#compte")).Not.ToHaveTextAsync(before);
        Assert.True(await page.GetByLabel("Répertoire spécifique").IsCheckedAsync());
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#compte")).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Ticking_a_filter_loads_no_page_and_says_how_many_are_left()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/certifications?q=chaudronnier"));
        await page.EvaluateAsync("window.stillTheSame = true");
        await page.GetByLabel("Répertoire spécifique").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#annonce")).ToHaveTextAsync("1\u00A0certification");
        await Assertions.Expect(page).ToHaveURLAsync(FilterInAddress());
        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSame"));
        Assert.Equal("recognition-rs", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task The_next_page_the_order_and_a_removed_filter_load_no_page_either_and_the_way_back_is_the_same()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/certifications?kind=cqp"));
        await page.EvaluateAsync("window.stillTheSame = true");
        var first = await page.Locator(".result h3").First.InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Suivante" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(SecondPage());
        await Assertions.Expect(page.Locator(".result h3").First).Not.ToHaveTextAsync(first);
        Assert.Equal("compte", await page.EvaluateAsync<string>("document.activeElement.id"));

        await page.GetByLabel("Trier par").FocusAsync();
        await page.GetByLabel("Trier par").SelectOptionAsync("title");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=title"));
        Assert.Equal("tri", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Retirer le filtre CQP" }).ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("kind=cqp"));
        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSame"));

        for (var step = 0; step < 3; step++) await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".result h3").First).ToHaveTextAsync(first);
        Assert.True(await page.Locator("#kind-cqp").IsCheckedAsync());
        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSame"));
    }

    [Fact]
    public async Task The_label_of_the_demonstration_goes_and_comes_back_with_what_is_shown()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/certifications?q=soudeur&kind=cqpi&level=8"));
        await Assertions.Expect(page.Locator(".demo")).ToHaveCountAsync(0);
        await page.EvaluateAsync("window.stillTheSame = true");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Tout effacer" }).ClickAsync();
        await Assertions.Expect(page.Locator(".demo")).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("window.stillTheSame"));
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".demo")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_filters_are_folded_and_open_with_the_keyboard()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/certifications?q=chaudronnier"));
        var filter = page.GetByLabel("Répertoire spécifique");
        Assert.False(await filter.IsVisibleAsync());
        await page.Locator("#filtres > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(filter).ToBeVisibleAsync();
        await filter.CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(FilterInAddress());
        await Assertions.Expect(page.GetByLabel("Répertoire spécifique")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_frameworks_change_their_reading_with_the_keyboard_and_without_a_script()
    {
        var page = await chromium.OpenAsync(390, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.At("/certifications/soudeur-chaudronnier-d-atelier"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "évaluation", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("lire=evaluation#referentiels$"));
        await Assertions.Expect(page.Locator("tr.group").First).ToContainTextAsync("Épreuve écrite de lecture de plan");
    }

    [Fact]
    public async Task The_link_to_the_content_skips_what_every_page_repeats()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/certifications?q=chaudronnier"));
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".skip").EvaluateAsync<bool>("link => link.getBoundingClientRect().top >= 0"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("contenu", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task A_first_visit_is_light_and_a_second_page_lighter()
    {
        var page = await chromium.OpenAsync(1280);
        var network = await page.Context.NewCDPSessionAsync(page);
        await network.SendAsync("Network.enable");
        double bytes = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, message) => bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(site.At("/"), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var first = bytes;
        bytes = 0;
        await page.GotoAsync(site.At("/certifications/soudeur-chaudronnier-d-atelier"), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var second = bytes;
        bytes = 0;
        await page.GotoAsync(site.At("/certifications"), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        TestContext.Current.SendDiagnosticMessage($"First visit {first:N0} bytes, detail page {second:N0}, search page {bytes:N0}.");
        Assert.InRange(first, 1, 100_000);
        Assert.InRange(second, 1, 20_000);
        Assert.InRange(bytes, 1, 20_000);
    }

    [GeneratedRegex("[?&]page=2")]
    private static partial Regex SecondPage();

    [GeneratedRegex("[?&]recognition=rs")]
    private static partial Regex FilterInAddress();
}
