using AngleSharp;
using AngleSharp.Dom;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

/// <summary>People of the staff, and a browser in which one of them has signed in.</summary>
internal static class Staff
{
    public const string Password = "Mot-de-passe-1!";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Person> AddAsync(TestDatabase data, string email, params Grant[] grants)
    {
        await using var database = data.CreateContext();
        var person = new Person
        {
            Name = "Nadia Benali",
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, Password);
        person.Allow(grants);
        database.Add(person);
        await database.SaveChangesAsync(Stop);
        return person;
    }

    public static async Task<Person> ReadAsync(TestDatabase data, int id)
    {
        await using var database = data.CreateContext();
        return await database.Users.AsNoTracking().SingleAsync(person => person.Id == id, Stop);
    }

    public static async Task<HttpClient> SignInAsync(PortalSite site, string email)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = site.Address };
        using var answer = await client.PostFormAsync("/connexion", "/connexion", ("Email", email), ("Password", Password));
        Assert.Equal(302, (int)answer.StatusCode);
        return client;
    }

    extension(HttpClient client)
    {
        public async Task<IDocument> ReadPageAsync(string address)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
            Assert.Equal(200, (int)answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            return await BrowsingContext.New().OpenAsync(response => response.Content(text), Stop);
        }

        /// <summary>Sends a form with the token of the page it stands on.</summary>
        public async Task<HttpResponseMessage> PostFormAsync(string page, string address, params (string Name, string Value)[] fields)
        {
            var form = await client.ReadPageAsync(page);
            var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
            return await client.PostAsync(new Uri(address, UriKind.Relative), content, Stop);
        }
    }
}
