using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

/// <summary>Somebody signed in, and the pages as they see them.</summary>
internal sealed class RuleEditor(PortalSite site) : IDisposable
{
    public const string Password = "Un-mot-de-passe-long-1";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site.Address };

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    public static async Task<string> InviteAsync(TestDatabase data, string name, params Grant[] grants)
    {
        await using var database = data.CreateContext();
        var email = $"{name}@exemple.invalid";
        var person = new Person
        {
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString(),
            LockoutEnabled = true,
        };
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, Password);
        person.Allow(grants);
        database.Add(person);
        await database.SaveChangesAsync(Ends);
        return email;
    }

    public async Task SignInAsync(string email)
    {
        var (_, page) = await OpenAsync("/connexion");
        var (answer, _) = await SendAsync("/connexion", page, [("Email", email), ("Password", Password)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public async Task<(HttpResponseMessage Answer, IDocument Page)> OpenAsync(string address) => await ReadAsync(await _client.GetAsync(new Uri(address, UriKind.Relative), Ends));

    /// <summary>The form of the page that holds such a button or field, with some fields changed, and all else as the page has it. Null takes a field away.</summary>
    public async Task<(HttpResponseMessage Answer, IDocument Page)> SubmitAsync(IDocument page, string holds, params (string Name, string? Value)[] changes)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").First(form => form.QuerySelector(holds) is not null);
        var fields = new List<(string Name, string Value)>();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            if (field is IHtmlInputElement { Type: "checkbox", IsChecked: false }) continue;
            var value = field switch { IHtmlTextAreaElement area => area.Value, IHtmlSelectElement select => select.Value, IHtmlInputElement input => input.Value, _ => "" };
            fields.Add((field.GetAttribute("name")!, value ?? ""));
        }
        foreach (var (name, value) in changes)
        {
            fields.RemoveAll(field => field.Name == name);
            if (value is not null) fields.Add((name, value));
        }
        return await PostAsync(form.GetAttribute("action")!, fields);
    }

    public Task<(HttpResponseMessage Answer, IDocument Page)> SendAsync(string address, IDocument page, (string Name, string Value)[] fields) =>
        PostAsync(address, [.. fields, ("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);

    public void Dispose() => _client.Dispose();

    private async Task<(HttpResponseMessage Answer, IDocument Page)> PostAsync(string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(await _client.PostAsync(new Uri(address, UriKind.Relative), content, Ends));
    }

    private static async Task<(HttpResponseMessage Answer, IDocument Page)> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ends);
        return (answer, await BrowsingContext.New().OpenAsync(response => response.Content(text), Ends));
    }
}
