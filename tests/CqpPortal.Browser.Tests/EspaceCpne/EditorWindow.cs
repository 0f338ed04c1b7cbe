using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests.EspaceCpne;

/// <summary>A window on the editor of one entry, and what somebody does in it.</summary>
internal sealed class EditorWindow(IPage page, Uri site, int entry)
{
    public IPage Page { get; } = page;

    public Task OpenAsync(string part = "referentiels") => Page.GotoAsync(new Uri(site, $"/espace-cpne/certifications/{entry}/{part}").ToString());

    /// <summary>Presses a button of the editor, and waits for the form as the site gives it back.</summary>
    public async Task PressAsync(string name) => await AnsweredAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync());

    public async Task AnsweredAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("document.getElementById('editor').dataset.old = 'yes'");
        await act();
        try
        {
            await Page.WaitForSelectorAsync("#editor:not([data-old])", new() { Timeout = 8000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail("No answer; the page says: " + await Page.InnerTextAsync("#etat") + ", the keyboard is in " + await Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 300)"));
        }
    }

    /// <summary>Types as somebody does, and waits until it is saved by itself.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        var before = await RevisionAsync();
        await Page.FillAsync(selector, text);
        await Page.WaitForFunctionAsync("before => document.querySelector('[name=revision]').value !== before && document.getElementById('etat').textContent.includes('Enregistré')", before);
    }

    public Task<string> RevisionAsync() => Page.InputValueAsync("[name=revision]");

    public Task SaysAsync(string words) => Assertions.Expect(Page.Locator("#etat")).ToContainTextAsync(words, new() { Timeout = 8000 });

    /// <summary>Presses Tab until the keyboard is on what is named so; every stop on the way is seen.</summary>
    public async Task TabToAsync(string name, bool back = false)
    {
        for (var count = 0; count < 160; count++)
        {
            await Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            var stop = await Page.EvaluateAsync<string[]?>("""
                () => {
                  const at = document.activeElement;
                  if (!at || at === document.body) return null;
                  const words = node => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
                  const name = at.getAttribute('aria-label') || (at.labels?.length ? words(at.labels[0]) : words(at));
                  const box = at.getBoundingClientRect(), style = getComputedStyle(at), bar = document.getElementById('savebar');
                  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  const limit = bar && !bar.contains(at) ? Math.min(innerHeight, bar.getBoundingClientRect().top) : innerHeight;
                  const inView = box.width > 0 && box.bottom > 0 && box.top >= -1 && box.top < limit && (box.bottom <= limit + 1 || box.height > limit);
                  return [name, outlined ? '' : 'no outline', inView ? '' : `hidden ${box.top} ${box.bottom} of ${limit}`];
                }
                """);
            if (stop is null) continue;
            Assert.True(stop[1].Length + stop[2].Length == 0, $"{stop[0]}: {stop[1]} {stop[2]}");
            if (stop[0] == name) return;
        }
        Assert.Fail($"The keyboard never comes to: {name}");
    }
}
