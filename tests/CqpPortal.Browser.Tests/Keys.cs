using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>Somebody who has a keyboard and nothing else: goes from stop to stop, and sees each.</summary>
internal sealed class Keys(IPage page)
{
    /// <summary>More stops than any page has before what is looked for.</summary>
    private const int Most = 250;

    /// <summary>Goes on by Tab until the target has the focus; fails where a stop has no outline or the target is not reached.</summary>
    public async Task ReachAsync(ILocator target)
    {
        for (var stop = 0; stop < Most; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("""
                () => {
                  const at = document.activeElement;
                  if (!at || at === document.body) return true;
                  const style = getComputedStyle(at);
                  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                }
                """)) Assert.Fail("No outline: " + await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)"));
            if (await target.EvaluateAsync<bool>("one => one === document.activeElement")) return;
        }
        Assert.Fail($"{target} was not reached from the keyboard at {page.Url}");
    }

    /// <summary>Follows a link or presses a button, and waits for the page it leads to.</summary>
    public async Task FollowAsync(ILocator target)
    {
        await ReachAsync(target);
        await EnterAsync();
    }

    /// <summary>Presses Enter, and waits for the page that it leads to.</summary>
    public async Task EnterAsync()
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address != before);
    }

    public Task FollowAsync(string link) => FollowAsync(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).First);

    /// <summary>Presses the button of that name.</summary>
    public Task PressAsync(string button) => FollowAsync(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }));

    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        foreach (var (place, line) in text.Split('\n').Index())
        {
            if (place > 0) await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync(line);
        }
    }

    /// <summary>Chooses in a group of radio buttons: it is reached once, the arrows go on.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        await ReachAsync(page.Locator($"input[name='{name}']").First);
        await page.Keyboard.PressAsync("Space");
        for (var place = 0; place < 20 && await page.Locator($"input[name='{name}']:checked").GetAttributeAsync("value") != value; place++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await page.Locator($"input[name='{name}']:checked").GetAttributeAsync("value"));
    }
}
