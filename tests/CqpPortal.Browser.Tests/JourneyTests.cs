using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>What people come for, from the home page to its end with the keyboard alone: with JavaScript, and without.</summary>
public sealed class JourneyTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    private async Task<(IPage Page, Keys Keys)> StartAsync(bool javaScript)
    {
        var page = await chromium.OpenAsync(1280, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/"));
        return (page, new Keys(page));
    }

    private static Task<string> HeadingAsync(IPage page) => page.Locator("h1").InnerTextAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_situation_to_the_certifications_that_fit_with_an_answer_changed_on_the_way(bool javaScript)
    {
        var (page, keys) = await StartAsync(javaScript);
        await keys.FollowAsync("Parler de mon projet");
        await keys.ChooseAsync("situation", "job-seeker");
        await keys.PressAsync("Continuer");
        await keys.TypeAsync(page.Locator("#metier"), "fromage");
        await keys.PressAsync("Continuer");
        await keys.FollowAsync("Question précédente");
        Assert.Equal("fromage", await page.InputValueAsync("#metier"));
        await keys.TypeAsync(page.Locator("#metier"), "soudeur");
        await keys.PressAsync("Continuer");
        for (var question = 0; question < 4 && await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Passer cette question" }).CountAsync() > 0; question++)
            await keys.FollowAsync("Passer cette question");
        Assert.Equal("Ce qui vous convient", await HeadingAsync(page));
        Assert.Contains("situation=job-seeker", page.Url, StringComparison.Ordinal);
        Assert.Contains("metier=soudeur", page.Url, StringComparison.Ordinal);
        await keys.FollowAsync(page.Locator(".result h3 a").First);
        Assert.Contains("Soudeur", await HeadingAsync(page), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_what_one_can_do_to_a_certification(bool javaScript)
    {
        var (page, keys) = await StartAsync(javaScript);
        await keys.FollowAsync("Mon projet");
        await keys.FollowAsync("Dites-les avec vos mots");
        await keys.TypeAsync(page.Locator("#tache"), "souder à plat\nlire un plan de fabrication");
        await keys.PressAsync("Chercher les CQP");
        await keys.FollowAsync(page.Locator(".result h3 a").First);
        Assert.Contains("Soudeur", await HeadingAsync(page), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_search_to_a_list_of_two_and_to_their_comparison(bool javaScript)
    {
        var (page, keys) = await StartAsync(javaScript);
        await keys.TypeAsync(page.Locator("#q"), "soudeur");
        await keys.EnterAsync();
        await keys.FollowAsync(page.Locator(".result h3 a").First);
        if (javaScript)
        {
            await keys.ReachAsync(page.Locator("[data-keep]").First);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#ma-liste")).ToHaveTextAsync("Ma liste (1)");
            await page.GotoAsync(page.Url);
            await keys.FollowAsync("Ma liste (1)");
        }
        else
        {
            await keys.FollowAsync(page.Locator("[data-keep]").First);
        }
        Assert.Equal("Ma liste", await HeadingAsync(page));
        await keys.TypeAsync(page.Locator("main form[action='/ma-liste'] input[type=text]"), "RS99001");
        await keys.EnterAsync();
        await keys.PressAsync("Comparer les certifications cochées");
        Assert.Equal("Comparer des certifications", await HeadingAsync(page));
        Assert.Equal(2, await page.Locator("table.versus thead th").CountAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_code_to_what_the_CPF_pays(bool javaScript)
    {
        var (page, keys) = await StartAsync(javaScript);
        await keys.FollowAsync("Mon CPF");
        await keys.TypeAsync(page.Locator("#code"), "RNCP99002");
        await keys.EnterAsync();
        Assert.StartsWith("Oui", await page.Locator(".verdict .said").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier?lire=couverture")]
    [InlineData("/chiffres")]
    [InlineData("/comparer")]
    public async Task No_stop_of_the_keyboard_holds_who_came_there(string address)
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At(address));
        var stops = new List<string>();
        do
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await page.EvaluateAsync<string>("(window.seen ??= new Map(), seen.has(document.activeElement) || seen.set(document.activeElement, String(seen.size)), seen.get(document.activeElement))"));
        }
        while (stops.Count < 300 && stops.Count(stop => stop == stops[0]) < 2);
        Assert.Equal(2, stops.Count(stop => stop == stops[0]));
        // Every stop once on the way round.
        Assert.Equal(stops.Count - 1, stops.Distinct().Count());
        await page.Context.CloseAsync();
    }
}
