using System.Net;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

public sealed class CommitteesTests(StaffSite site) : IClassFixture<StaffSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_committee_is_added_from_the_list_or_by_hand()
    {
        await using var admin = await AdministratorAsync();
        var page = await admin.OpenAsync("/espace-cpne/commissions");
        var code = page.QuerySelectorAll("#Code option").Select(option => option.GetAttribute("value")!).First(value => value.Length > 0);

        using var listed = await admin.PostAsync("/espace-cpne/commissions", ("Code", code), ("Acronym", "CPNEFP"));
        using var written = await admin.PostAsync("/espace-cpne/commissions", ("Acronym", "CPNE"), ("Name", "CPNE des essais"), ("Branches", "3248, 44"), ("Email", "essais@exemple.fr"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (listed.StatusCode, written.StatusCode));
        await using var database = site.Data.CreateContext();
        Assert.True(await database.BranchCommittees.AnyAsync(committee => committee.Key == $"fc-{code}", Stop));
        var added = await database.BranchCommittees.SingleAsync(committee => committee.Key == "cpne-cpne-des-essais", Stop);
        Assert.Equal("3248 0044", string.Join(' ', added.Branches));
        Assert.Equal(2, await database.AuditLog.CountAsync(line => line.Action == AuditAction.CommitteeAdded && line.PersonId == admin.Person.Id, Stop));
    }

    [Theory]
    [InlineData("Name", "", "Choisissez une commission de la liste, ou écrivez son nom.")]
    [InlineData("Branches", "9999", "« 9999 » n’est pas une branche connue")]
    [InlineData("Branches", "", "Donnez l’IDCC d’une branche au moins")]
    [InlineData("Acronym", "SA", "Choisissez CPNE, CPNEFP ou CPNIEFP.")]
    [InlineData("Email", "personne", "Vérifiez l’adresse électronique")]
    public async Task What_is_wrong_says_what_to_do(string name, string value, string message)
    {
        await using var admin = await AdministratorAsync();
        var fields = new Dictionary<string, string?> { ["Acronym"] = "CPNE", ["Name"] = "CPNE de trop", ["Branches"] = "3248", [name] = value };

        using var answer = await admin.PostAsync("/espace-cpne/commissions", [.. fields.Select(field => (field.Key, field.Value))]);
        var page = await StaffClient.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merger_passes_on_certifications_people_and_drafts_and_keeps_history()
    {
        await using var admin = await AdministratorAsync();
        await using var nadia = await site.WriterAsync();
        await using var signer = await site.SignInAsync(StaffSite.Metal, "Hélène Ricard", Permission.Sign);
        var published = await site.OpenWelderAsync();
        var draft = await site.CreateAsync(new EntryText { Title = "Brouillon qui passe", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        await using (var database = site.Data.CreateContext())
        {
            var entry = await database.Entries.SingleAsync(row => row.Id == draft, Stop);
            entry.Submit(FixedClock.Demonstration.GetUtcNow());
            entry.Sign(StaffSite.Metal, entry.DraftDigest!, new Author(signer.Person.Id, "Hélène Ricard", FixedClock.Demonstration.GetUtcNow()));
            await database.SaveChangesAsync(Stop);
        }
        const string Address = "/espace-cpne/commissions/" + StaffSite.Metal;
        using var unconfirmed = await admin.PostAsync(Address, ("into", StaffSite.Chemistry), ("from", "2026-11-01"));
        Assert.Equal(HttpStatusCode.BadRequest, unconfirmed.StatusCode);

        using var merged = await admin.PostAsync(Address, ("into", StaffSite.Chemistry), ("from", "2026-11-01"), ("confirmed", "true"));
        using var twice = await admin.PostAsync(Address, ("into", StaffSite.Chemistry), ("from", "2026-11-01"), ("confirmed", "true"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (merged.StatusCode, twice.StatusCode));
        await using var after = site.Data.CreateContext();
        Assert.False(await after.Certifications.AnyAsync(row => row.Branches.Any(owner => owner.Committee == StaffSite.Metal), Stop));
        Assert.True(await after.Certifications.AnyAsync(row => row.Decisions.Any(decision => decision.Committee == StaffSite.Metal), Stop));
        Assert.Equal(1, await after.AuditLog.CountAsync(line => line.Action == AuditAction.CommitteesMerged, Stop));
        var moved = await after.Entries.SingleAsync(row => row.Id == draft, Stop);
        Assert.Equal((TextState.Draft, StaffSite.Chemistry), (moved.State, Assert.Single(moved.Committees)));
        Assert.Equal("Hélène Ricard", Assert.Single(moved.Signatures).PersonName);
        Assert.Equal(StaffSite.Chemistry, (await site.TextAsync(draft)).Owners[0].Committee);
        // Her right has passed on: the entry opens to her as before.
        using var opened = await nadia.GetAsync($"/espace-cpne/certifications/{published}/referentiels");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("Réunie le 1er", (await admin.OpenAsync(Address)).Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain((await admin.OpenAsync("/espace-cpne/personnes")).QuerySelectorAll("select option"), option => option.GetAttribute("value") == StaffSite.Metal);
    }

    private Task<StaffClient> AdministratorAsync() => StaffClient.SignInAsync(site.Data.ConnectionString, site.Address, [new Grant(Permission.Administer)], "Claire Fontaine");
}
