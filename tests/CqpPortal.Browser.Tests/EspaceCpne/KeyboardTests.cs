using CqpPortal.Web.Tests.Pages.EspaceCpne;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests.EspaceCpne;

/// <summary>The editor with the keyboard alone: every stop is seen, and nothing needs a mouse.</summary>
public sealed class KeyboardTests(EditorSite site, Chromium chromium) : IClassFixture<EditorSite>
{
    [Fact]
    public async Task An_entry_is_created_and_its_frameworks_are_written_with_the_keyboard_alone()
    {
        var page = await chromium.OpenAsync(1280, site.Nadia);
        await page.GotoAsync(new Uri(site.Address, "/espace-cpne/certifications/creer").ToString());
        var window = new EditorWindow(page, site.Address, 0);
        await window.TabToAsync("Intitulé");
        await page.Keyboard.TypeAsync("Conductrice, conducteur au clavier");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/presentation");
        var id = int.Parse(new Uri(page.Url).Segments[^2].TrimEnd('/'), System.Globalization.CultureInfo.InvariantCulture);
        await window.TabToAsync("Référentiels");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/referentiels");

        await PressAsync(window, "Ajouter une activité");
        await WriteAsync(page, "Intitulé de l’activité 1", "Conduire");
        await PressAsync(window, "Ajouter une compétence à l’activité 1");
        await WriteAsync(page, "Compétence 1", "Démarrer");
        await PressAsync(window, "Ajouter une compétence à l’activité 1");
        await WriteAsync(page, "Compétence 2", "Arrêter");
        await PressAsync(window, "Ajouter un bloc");
        await WriteAsync(page, "Intitulé du bloc 1", "Conduite");
        await window.TabToAsync("Code du bloc 1", back: true);
        await page.Keyboard.TypeAsync("BC01");
        await PressAsync(window, "Écrire une évaluation");
        await WriteAsync(page, "Intitulé de l’évaluation 1", "Mise en situation");
        await PressAsync(window, "Enregistrer");

        // The first skill is put into the block and tested, with arrows and the space bar.
        await page.EvaluateAsync("document.activeElement.blur(); document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()");
        await window.TabToAsync("Compétence 1");
        await window.TabToAsync("Bloc");
        await page.Keyboard.PressAsync("ArrowDown");
        await window.TabToAsync("Transversale");
        await page.Keyboard.PressAsync("Space");
        await window.TabToAsync("Aucune : choisir");
        await page.Keyboard.PressAsync("Enter");
        await window.TabToAsync("Mise en situation");
        await page.Keyboard.PressAsync("Space");
        await PressAsync(window, "Enregistrer");
        var skill = (await site.TextAsync(id)).Skills[0];
        Assert.True(skill.IsTransversal);
        Assert.Equal((1, 5), (skill.Assessments.Count, Math.Min(5, skill.Block.Length)));

        // The second moves up, from within; then it is taken away, and put back.
        // The list of what is missing has a link of the same name, after the field.
        await window.TabToAsync("Compétence 2", back: true);
        await window.TabToAsync("Compétence 2", back: true);
        await window.AnsweredAsync(() => page.Keyboard.PressAsync("Alt+ArrowUp"));
        Assert.Equal(["Arrêter", "Démarrer"], (await site.TextAsync(id)).Skills.Select(row => row.Title));
        Assert.Equal("Arrêter", await page.EvaluateAsync<string>("document.activeElement.value"));
        await PressAsync(window, "Retirer : compétence 1");
        Assert.Equal(["Démarrer"], (await site.TextAsync(id)).Skills.Select(row => row.Title));
        await PressAsync(window, "La remettre");
        Assert.Equal(["Arrêter", "Démarrer"], (await site.TextAsync(id)).Skills.Select(row => row.Title));
        Assert.Equal("Arrêter", await page.EvaluateAsync<string>("document.activeElement.value"));

        // A second activity is served by a skill of the first.
        await PressAsync(window, "Ajouter une activité");
        await WriteAsync(page, "Intitulé de l’activité 2", "Entretenir");
        await window.TabToAsync("Lier une compétence existante à l’activité 2");
        await page.Keyboard.PressAsync("Enter");
        await window.TabToAsync("Compétence à lier à l’activité 2");
        await page.Keyboard.PressAsync("ArrowDown");
        await PressAsync(window, "Lier");
        var text = await site.TextAsync(id);
        Assert.Contains(text.Skills, row => row.Activities.Contains(text.Activities[1].Id));
        await window.TabToAsync("Relire et envoyer");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/relecture");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Links_of_what_is_missing_lead_to_the_field_itself()
    {
        var id = await site.CreateAsync(SignedEntries.Complete with { Rome = "H33", Purpose = "", Skills = [SignedEntries.Complete.Skills[0] with { Assessments = [] }, .. SignedEntries.Complete.Skills.Skip(1)] });
        var page = await chromium.OpenAsync(1280, site.Nadia);
        await page.GotoAsync(new Uri(site.Address, SignedEntries.Review(id)).ToString());
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.faults a')].map(link => link.href)");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            await page.GotoAsync("about:blank");
            await page.GotoAsync(link);
            Assert.True(new Uri(link).Fragment.Length < 2 || await page.Locator(new Uri(link).Fragment).IsVisibleAsync(), $"{link} leads nowhere");
        }
        foreach (var address in new[] { "presentation", "referentiels", "faits", "relecture", "historique", "apercu" })
        {
            await page.GotoAsync(new Uri(site.Address, $"/espace-cpne/certifications/{id}/presentation").ToString());
            var link = page.Locator($"nav.steps a[href$='/{address}']");
            await link.ClickAsync();
            await page.WaitForURLAsync($"**/{address}");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
        }
        await page.Context.CloseAsync();
    }

    private static async Task PressAsync(EditorWindow window, string name)
    {
        await window.TabToAsync(name);
        await window.AnsweredAsync(() => window.Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>The keyboard is already in the field that was just added.</summary>
    private static async Task WriteAsync(IPage page, string name, string text)
    {
        Assert.Equal(name, await page.EvaluateAsync<string>("document.activeElement.labels?.[0]?.textContent.trim() ?? document.activeElement.outerHTML.slice(0, 200)"));
        await page.Keyboard.TypeAsync(text);
    }
}
