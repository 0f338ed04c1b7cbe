using CqpPortal.Database.Certifications;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class CertificationLookupTests(PostgresServer server)
{
    private const string Welder = "soudeur-chaudronnier-d-atelier";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RNCP99001", "RNCP99001", "RNCP99001", null)]
    [InlineData(" rncp n° 99001 ", "RNCP99001", "RNCP99001", null)]
    [InlineData("https://www.francecompetences.fr/recherche/rncp/99002/", "RNCP99002", "RNCP99002", null)]
    [InlineData("99002", "RNCP99002", "RNCP99002", null)]
    [InlineData("rncp99001 bc02", "RNCP99001BC02", "RNCP99001", "RNCP99001BC02")]
    [InlineData("demo-b", "DEMO-B", null, null)]
    [InlineData(Welder, Welder, null, null)]
    [InlineData("SOUDEUR-CHAUDRONNIER, soudeuse chaudronniere  d'atelier", Welder, null, null)]
    public async Task A_certification_is_found_by_every_code_it_bears_and_by_its_title(string typed, string code, string? number, string? block)
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var lookup = new CertificationLookup(database);
        var found = await lookup.FindAsync(typed, Stop);
        Assert.NotNull(found);
        Assert.Equal((Welder, code, number, block), (found.Certification.Slug, found.Code, found.Number?.ToString(), found.Block));
        Assert.Equal(found.Number, found.Facts.Asked);
        var many = await lookup.FindManyAsync([typed, "rien", typed, ""], Stop);
        Assert.Equal((typed, code, found.Number, block), (Assert.Single(many).Key, many[typed].Code, many[typed].Number, many[typed].Block));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("RNCP1")]
    [InlineData("RNCP1BC01")]
    [InlineData("00000")]
    [InlineData("12345678901234567890")]
    [InlineData("soudeur")]
    [InlineData("\0'; drop table rules; --")]
    [InlineData("%")]
    public async Task What_names_nothing_finds_nothing(string? typed)
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        Assert.Null(await new CertificationLookup(database).FindAsync(typed, Stop));
        Assert.Empty(await new CertificationLookup(database).FindManyAsync([typed ?? ""], Stop));
    }

    [Fact]
    public async Task Facts_are_those_of_the_certification_itself()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var lookup = new CertificationLookup(database);
        foreach (var wanted in database.Certifications.Select(entry => entry.Slug).ToList())
        {
            var page = (await CertificationPage.FindAsync(database, wanted, Stop))!;
            var known = (await lookup.FindAsync(wanted, Stop))!.Certification;
            var (facts, certification) = (known.Facts, page.Certification);
            Assert.Equal((certification.Slug, certification.Title, certification.Kind, certification.LocalCode, true), (known.Slug, known.Title, known.Kind, known.LocalCode, known.IsDemonstration));
            Assert.Equal((certification.CreatedOn, certification.SuppressedOn), (facts.Recognition.CreatedOn, facts.Recognition.SuppressedOn));
            Assert.Equal(certification.Transmissions.Select(sent => (sent.Authority, sent.SentOn)).Order(), facts.Recognition.Transmissions.Select(sent => (sent.Authority, sent.SentOn)).Order());
            Assert.Equal(certification.Registrations.OrderBy(one => one.Number).Select(Words), facts.Recognition.Registrations.OrderBy(one => one.Number).Select(Words));
            Assert.Equal(certification.Routes.Select(route => (route.Code, route.IsOpen)).Order(), facts.Routes.Select(route => (route.Code, route.IsOpen)).Order());
            Assert.Equal(certification.Branches.Select(Words).Order(), facts.Branches.Select(Words).Order());
            Assert.Equal(page.Owners.Select(owner => (owner.BranchName, owner.Opco, owner.Committee?.Email)).Order(), known.Branches.Select(branch => (branch.Name, branch.Opco, branch.Email)).Order());
            Assert.Equal(page.Successors.Select(link => (link.Slug, link.Name)).Order(), known.Successors.Select(link => (link.Slug, link.Title)).Order());
            Assert.Equal(certification.Successions.Any(link => link.Kind == SuccessionKind.CqpToTfp), facts.IsReplacedByTitle);
            Assert.Equal(new DateOnly(2026, 11, 24), known.DataDate);
            foreach (var day in facts.Recognition.TurningDays)
                Assert.Equal(certification.RecognitionOn(day).Status, RecognitionOnDay.Derive(facts.Recognition, day).Status);
        }
    }

    [Fact]
    public async Task A_title_or_bare_digits_of_two_certifications_name_neither()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        await AddAsync(database, Made("un", "Soudeur d’atelier", "RNCP41234"), Made("deux", "soudeur d atelier", "RS41234"), Made("trois", "Vendeur", "RS5"));
        var lookup = new CertificationLookup(database);
        Assert.Null(await lookup.FindAsync("Soudeur d'atelier", Stop));
        Assert.Null(await lookup.FindAsync("41234", Stop));
        Assert.Equal("RS5", (await lookup.FindAsync("5", Stop))!.Code);
        Assert.Equal(["trois"], (await lookup.FindManyAsync(["Soudeur d'atelier", "41234", "5"], Stop)).Values.Select(found => found.Certification.Slug));
    }

    [Fact]
    public async Task A_block_is_named_as_the_register_writes_it()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        var made = Made("un", "Soudeur", "RNCP41234");
        foreach (var code in new[] { "RNCP41234BC1", "RNCP41234-BLOC-A", "01" }) made.Registrations[0].AddBlock(new RegisteredBlock(code, "Souder"));
        await AddAsync(database, made);
        var lookup = new CertificationLookup(database);
        Assert.Equal("RNCP41234BC1", (await lookup.FindAsync("RNCP41234BC01", Stop))!.Block);
        Assert.Equal("RNCP41234-BLOC-A", (await lookup.FindAsync("RNCP41234-BLOC-A", Stop))!.Block);
        Assert.Equal("RNCP41234BC09", (await lookup.FindAsync("RNCP41234 BC 9", Stop))!.Block);
        Assert.Null(await lookup.FindAsync("01", Stop));
    }

    [Fact]
    public async Task Facts_follow_their_certification_and_what_replaces_it()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        var (older, newer) = (Made("un", "Soudeur", "RNCP41234"), Made("deux", "Chaudronnier", "RNCP41235"));
        older.ReplacedBy(new Succession(SuccessionKind.Merge, newer, null));
        await AddAsync(database, older, newer);
        newer.Rename("CléA soudage");
        newer.Registrations[0].Suspend(new ValidityPeriod(new DateOnly(2025, 1, 1), null));
        newer.Cite(new FactSource(CertificationFact.Registrations, FactOrigin.Register, new DateOnly(2026, 8, 16)));
        newer.Cite(new FactSource(CertificationFact.Title, FactOrigin.Register, new DateOnly(2026, 9, 1)));
        await database.SaveChangesAsync(Stop);
        await SearchIndex.RefreshAsync(database, [newer.Id], Stop);
        var lookup = new CertificationLookup(database);
        Assert.Equal(("CléA soudage", "RNCP41235"), (await lookup.FindAsync("un", Stop))!.Certification.Successors.Select(link => (link.Title, link.Number!.ToString())).Single());
        var known = (await lookup.FindAsync("RNCP41235", Stop))!.Certification;
        Assert.True(known.Facts.IsClea);
        Assert.Equal(new DateOnly(2026, 8, 16), known.DataDate);
        Assert.Equal([new ValidityPeriod(new DateOnly(2025, 1, 1), null)], known.Facts.Recognition.Registrations.Single().Suspensions);
    }

    private static Certification Made(string slug, string title, string number)
    {
        var certification = new Certification(CertificationKind.Cqp, slug, title, [new(Idcc.Parse("3248", null))]);
        certification.Register(new Registration(RegistryNumber.Parse(number, null), null, new RegistrationDates(new DateOnly(2028, 6, 30)) { PublishedOn = new DateOnly(2024, 7, 1) }));
        return certification;
    }

    private static async Task AddAsync(PortalDbContext database, params Certification[] certifications)
    {
        database.AddRange(certifications);
        await database.SaveChangesAsync(Stop);
        await SearchIndex.RefreshAsync(database, [.. certifications.Select(certification => certification.Id)], Stop);
    }

    private static string Words(Registration registration) => string.Join(' ', registration.Number, registration.Level, registration.DecidedOn, registration.PublishedOn, registration.EffectOn, registration.EndsOn,
        registration.DeliveryDeadline, registration.WithdrawnOn, string.Join(',', registration.Suspensions), string.Join(',', registration.Blocks.Select(block => block.Code + block.Title).Order()));

    private static string Words(OwningBranch owner) => string.Join(' ', owner.Branch, owner.Committee, owner.JoinedOn, owner.LeftOn);
}
