using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Web.Tests;

/// <summary>A browser without script: it keeps cookies, follows no redirection, and sends forms with the token that it read from them.</summary>
internal sealed class StaffClient : IAsyncDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };

    public StaffClient(Uri address, Person person)
    {
        Client = new HttpClient(_handler) { BaseAddress = address };
        Person = person;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public HttpClient Client { get; }

    /// <summary>Who signed in, as it was written before.</summary>
    public Person Person { get; }

    public CookieCollection Cookies => _handler.CookieContainer.GetCookies(Client.BaseAddress!);

    /// <summary>Somebody new with these permissions, signed in through the form.</summary>
    public static async Task<StaffClient> SignInAsync(string connectionString, Uri address, IReadOnlyList<Grant> grants, string name = "Camille Essai")
    {
        var staff = new StaffClient(address, await TestPeople.AddAsync(connectionString, grants, name));
        using var answer = await staff.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return staff;
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Sends the form of the sign-in page.</summary>
    public Task<HttpResponseMessage> SignInAsync(string password = TestPeople.Password, string page = "/connexion") =>
        PostAsync(page, ("Email", Person.Email), ("Password", password));

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative), Stop);

    /// <summary>The page as a browser parses it, whatever its status.</summary>
    public async Task<IDocument> OpenAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await ReadAsync(answer);
    }

    /// <summary>Sends these fields with the token of the form on that page or, where the address shows none, of the staff's home page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string? Value)[] fields)
    {
        var token = await TokenAsync(address) ?? await TokenAsync("/espace-cpne") ?? await TokenAsync("/connexion");
        return await SendAsync(address, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Sends these fields and nothing more.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string? Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        return await Client.PostAsync(new Uri(address, UriKind.Relative), content, Stop);
    }

    /// <summary>A token of one's own, as any form would send it.</summary>
    public async Task<KeyValuePair<string, string>[]> TokenFieldAsync() =>
        await TokenAsync("/espace-cpne/compte") is { } token ? [KeyValuePair.Create("__RequestVerificationToken", token)] : [];

    public static async Task<IDocument> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return await BrowsingContext.New().OpenAsync(response => response.Content(text), Stop);
    }

    private async Task<string?> TokenAsync(string address)
    {
        using var answer = await GetAsync(address);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return null;
        var page = await ReadAsync(answer);
        return page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
    }
}
