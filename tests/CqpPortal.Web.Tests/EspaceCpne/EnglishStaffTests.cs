using System.Net;
using CqpPortal.Domain.Access;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

/// <summary>A member of the staff who reads English, from the sign-in on.</summary>
public sealed class EnglishStaffTests(StaffSite site) : IClassFixture<StaffSite>
{
    [Fact]
    public async Task Somebody_is_asked_to_sign_in_refused_let_in_and_greeted_in_English()
    {
        await using var claire = await site.SignInAsync("cpne-0016", "Claire Seule", Permission.Review);
        await using var again = new StaffClient(claire.Client.BaseAddress!, claire.Person);

        using (var asked = await again.GetAsync("/en/espace-cpne/journal")) Assert.Equal("/en/connexion?retour=%2Fespace-cpne%2Fjournal", asked.Headers.Location?.ToString());
        var page = await again.OpenAsync("/en/connexion?retour=%2Fespace-cpne%2Fjournal");
        Assert.Equal(("en", "Sign in"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
        using (var refused = await again.SignInAsync("not this one", "/en/connexion"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var shown = await StaffClient.ReadAsync(refused);
            Assert.StartsWith("Error: Sign in", shown.Title, StringComparison.Ordinal);
            Assert.Contains("This address and this password do not go together.", shown.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
        using (var signedIn = await again.SignInAsync(page: "/en/connexion?retour=%2Fespace-cpne%2Fjournal")) Assert.Equal("/en/espace-cpne/journal", signedIn.Headers.Location?.ToString());

        var home = await again.OpenAsync("/en/espace-cpne");
        Assert.Equal("Hello Claire", home.QuerySelector("h1")!.TextContent);
        Assert.Contains("Nothing awaits you.", home.QuerySelector("[aria-labelledby=afaire]")!.TextContent, StringComparison.Ordinal);
        Assert.All(home.QuerySelectorAll(".staff a"), link => Assert.StartsWith("/en/espace-cpne", link.GetAttribute("href"), StringComparison.Ordinal));
        // The address decides, whoever reads.
        Assert.Equal("Bonjour Claire", (await again.OpenAsync("/espace-cpne")).QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("compte", "My account")]
    [InlineData("compte/courriels", "E-mails and calendar")]
    [InlineData("personnes", "People")]
    [InlineData("commissions", "Committees")]
    [InlineData("courriels", "E-mails of the portal")]
    [InlineData("journal", "Log")]
    [InlineData("regles", "The rules and their versions")]
    [InlineData("regles/ajouter?serie=contribution", "Add a version")]
    [InlineData("registres", "Registers")]
    [InlineData("registres/import", "Take an export of the registers")]
    [InlineData("registres/contradictions", "Contradictions with the registers")]
    public async Task Every_page_of_the_staff_is_headed_in_English_and_links_to_English(string address, string heading)
    {
        await using var claire = await StaffClient.SignInAsync(site.Data.ConnectionString, site.Address,
            [new Grant(Permission.Administer), new Grant(Permission.EditRules), new Grant(Permission.RunImports)], "Claire Fontaine");
        var page = await claire.OpenAsync($"/en/espace-cpne/{address}");
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll("main a[href^='/'], main form[action^='/']"), link => Assert.StartsWith("/en", link.GetAttribute("href") ?? link.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_in_an_invitation_is_said_in_English_and_the_log_stays_French()
    {
        await using var claire = await StaffClient.SignInAsync(site.Data.ConnectionString, site.Address, [new Grant(Permission.Administer)], "Claire Fontaine");
        using var sent = await claire.PostAsync("/en/espace-cpne/personnes", ("Name", ""), ("Email", "no address"));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        var page = await StaffClient.ReadAsync(sent);
        Assert.Equal(["Write the first and last name of the person, such as Nadia Benali.", "Check the e-mail address: it is written like nadia.benali@exemple.fr."],
            page.QuerySelectorAll("[role=alert] a").Select(link => link.TextContent.Trim()));
        var row = (await claire.OpenAsync("/en/espace-cpne/journal")).QuerySelector("tbody tr")!;
        Assert.Equal("Sign-in", row.QuerySelector("[data-label=What]")!.TextContent);
        Assert.Equal("fr", row.QuerySelector("[data-label='On what'] div")!.GetAttribute("lang"));
    }
}
