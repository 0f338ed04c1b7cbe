using CqpPortal.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The machine's own Chromium. Where there is none, the tests are skipped and say so; in CI they fail instead.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Missing = "No Chromium was found: install chromium, or set CHROMIUM_PATH to the program. The tests that need it are skipped.";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } program)
        {
            TestContext.Current.SendDiagnosticMessage(Missing);
            return;
        }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A window of its own, without anything kept from another.</summary>
    public async Task<IPage> OpenAsync(int width, BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Skip(Missing);
        }
        options ??= new BrowserNewContextOptions();
        options.ViewportSize = new ViewportSize { Width = width, Height = 900 };
        options.Locale = "fr-FR";
        return await (await _browser.NewContextAsync(options)).NewPageAsync();
    }

    /// <summary>A window of somebody who has signed in: it goes on with their session.</summary>
    internal async Task<IPage> OpenAsync(int width, StaffClient staff, bool script = true)
    {
        var page = await OpenAsync(width, new BrowserNewContextOptions { JavaScriptEnabled = script });
        await page.Context.AddCookiesAsync(staff.Cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Url = staff.Client.BaseAddress!.ToString(),
            HttpOnly = cookie.HttpOnly,
        }));
        return page;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given) return given;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return (from name in new[] { "chromium", "chromium-browser", "google-chrome" } from folder in folders select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
