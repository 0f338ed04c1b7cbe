using System.Net;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;
using static CqpPortal.Web.Tests.Records.RecordsSite;

namespace CqpPortal.Web.Tests.Records;

public sealed class FactsPageTests(PostgresServer server)
{
    private const string Welder = "soudeur-chaudronnier-d-atelier";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Facts(int id, string form = "") => $"/espace-cpne/certifications/{id}/faits{(form.Length > 0 ? "/" + form : "")}";

    [Fact]
    public async Task Facts_of_an_entry_that_is_not_published_stay_with_it_until_it_is()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, Facts(id, "proposition"), ("Kind", "Proposed"), ("Committee", Metal), ("Day", "2024-01-10"));
        await RecordedAsync(staff, Facts(id, "decision"), ("Kind", "Creation"), ("Committee", Metal), ("Day", "10/03/2024"));
        await RecordedAsync(staff, Facts(id, "transmission"), ("Authority", "FranceCompetences"), ("Day", "2024-04-01"));
        await RecordedAsync(staff, Facts(id, "enregistrement"), ("Number", "rncp 41000"), ("Level", "4"), ("DecidedOn", "2026-06-25"), ("PublishedOn", "2026-07-01"), ("EndsOn", "2029-06-30"));
        var page = await staff.OpenAsync(Facts(id));
        Assert.Contains("Transmise", page.QuerySelector("#branche .fs-5")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("En vigueur", page.QuerySelector("#n-RNCP41000")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Maintenant : Création", (await records.LinesAsync(AuditAction.FactRecorded))[1].Details, StringComparison.Ordinal);

        // Published, the certification says it all.
        await using var database = records.Data.CreateContext();
        var entry = await database.Entries.SingleAsync(row => row.Id == id, Stop);
        var author = new Author(staff.Person.Id, staff.Person.Name, FixedClock.Demonstration.GetUtcNow());
        entry.Submit(author.At);
        entry.Sign(Metal, entry.DraftDigest!, author);
        await database.SaveChangesAsync(Stop);
        var slug = await EntryPublication.PublishAsync(database, new ReadText(id, entry.DraftDigest!), "Première version", author, Stop);
        database.ChangeTracker.Clear();
        var certification = await database.Certifications.Include(row => row.Registrations).SingleAsync(row => row.Slug == slug, Stop);
        Assert.Equal((new DateOnly(2024, 3, 10), "RNCP41000", 1), (certification.CreatedOn, certification.Registrations.Single().Number.ToString(), certification.Transmissions.Count));
        Assert.True(certification.IsSaidByCommittee(CertificationFact.Registrations));
        var kept = (await database.Entries.AsNoTracking().SingleAsync(row => row.Id == id, Stop)).Records;
        Assert.Equal((1, 0, 0), (kept.Proposals.Count, kept.Decisions.Count, kept.Registrations.Count));
        Assert.Contains("Proposition à la commission", (await staff.OpenAsync(Facts(id))).QuerySelector("#branche")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_of_a_published_certification_reaches_the_public_at_once()
    {
        await using var records = await OpenAsync(server, demonstration: true);
        var id = await records.EntryAsync(Welder);
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, Facts(id, "transmission?ligne=Cncp.2013-01-15"), ("Authority", "Cncp"), ("Day", "2013-01-20"), ("Reason", "Date du courrier"));
        var registered = await records.ReadAsync(database => database.Certifications.Where(row => row.Slug == Welder).SelectMany(row => row.Registrations).OrderByDescending(row => row.EndsOn).Select(row => row.Number).FirstAsync(Stop));
        await RecordedAsync(staff, Facts(id, $"suspension?ligne={registered}"), ("From", "2026-11-01"), ("Reason", "Décision du 30 octobre"));
        var page = await staff.OpenAsync($"/certifications/{Welder}");
        Assert.Contains("20 janvier 2013", page.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("suspendu", page.QuerySelector(".verdict")!.TextContent, StringComparison.OrdinalIgnoreCase);
        // The search knows it in the same transaction.
        var found = await staff.OpenAsync("/certifications?q=soudeur-chaudronnier");
        Assert.Contains("suspendu", found.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        var lines = await records.LinesAsync(AuditAction.FactRecorded);
        Assert.Contains("Avant : Transmission à la CNCP", lines[0].Details, StringComparison.Ordinal);
        Assert.Contains("Raison : Date du courrier", lines[0].Details, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal((staff.Person.Id, id), (line.PersonId, line.EntryId)));
        await RecordedAsync(staff, Facts(id, $"retrait?ligne={registered}"), ("From", "2026-11-20"), ("Reason", "Décision du 19 novembre"));
        Assert.Contains("retiré le 20 novembre 2026", (await staff.OpenAsync($"/certifications/{Welder}")).QuerySelector(".verdict")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decision", "Day", "Kind=Creation&Committee=cpne-3248", "la date")]
    [InlineData("decision", "Committee", "Kind=Creation&Committee=cpne-0044&Day=2024-01-01", "une commission pour laquelle vous écrivez")]
    [InlineData("decision", "Kind", "Kind=Suppression&Committee=cpne-3248&Day=2024-01-01", "de quoi il s’agit")]
    [InlineData("decision", "Day", "Kind=Creation&Committee=cpne-3248&Day=2026-11-25", "à venir")]
    [InlineData("transmission", "Day", "Authority=FranceCompetences&Day=2024-01-01", "Enregistrez d’abord la décision de création")]
    [InlineData("enregistrement", "Number", "Number=41000&EndsOn=2029-01-01", "Écrivez le numéro")]
    [InlineData("enregistrement", "DecidedOn", "Number=RNCP41000&Level=4&PublishedOn=2026-07-01&EndsOn=2029-01-01", "un numéro n’existe pas sans elle")]
    [InlineData("enregistrement", "EndsOn", "Number=RNCP41000&Level=4&DecidedOn=2026-06-01&PublishedOn=2026-07-01&EndsOn=2031-07-02", "5 ans au plus")]
    [InlineData("enregistrement", "Level", "Number=RS7100&Level=4&DecidedOn=2026-06-01&PublishedOn=2026-07-01&EndsOn=2029-01-01", "laissez ce champ vide")]
    [InlineData("enregistrement", "Level", "Number=RNCP41000&Level=beaucoup&DecidedOn=2026-06-01&PublishedOn=2026-07-01&EndsOn=2029-01-01", "niveau de 1 à 8")]
    [InlineData("demande", "OneCohort", "Register=Rncp&Day=2026-01-01", "combien de promotions")]
    [InlineData("demande", "Day", "Register=Rncp&OneCohort=false&Day=2026-12-01", "à venir")]
    public async Task Bad_input_says_what_to_do_and_keeps_what_was_typed(string form, string field, string typed, string message)
    {
        await using var records = await OpenAsync(server);
        await TestPeople.AddAsync(records.Data.ConnectionString, [new Grant(Permission.Sign, Chemistry)]);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        var answers = typed.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], (string?)pair[1])).ToArray();
        using var answer = await FillAsync(staff, Facts(id, form), answers);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.StartsWith("Erreur : ", page.Title, StringComparison.Ordinal);
        Assert.Contains(message, page.QuerySelector($"#{field}-erreur")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal($"#{field}", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        foreach (var (name, value) in answers) Assert.Equal(value, page.QuerySelector($"#{name}")?.GetAttribute("value") ?? page.QuerySelector($"#{name} option[selected]")?.GetAttribute("value"));
        Assert.Empty(await records.LinesAsync(AuditAction.FactRecorded));
    }

    [Fact]
    public async Task Whoever_writes_from_an_outdated_page_sees_what_changed_and_loses_nothing()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var first = await records.WriterAsync();
        await using var second = await records.Site.SignInAsync("Dominique Autre", new Grant(Permission.WriteDrafts, Metal));
        var outdated = await first.OpenAsync(Facts(id, "decision"));
        await RecordedAsync(second, Facts(id, "proposition"), ("Kind", "Proposed"), ("Committee", Metal), ("Day", "2024-01-10"));
        using var answer = await SendAsync(first, Facts(id, "decision"), outdated, ("Kind", "Creation"), ("Committee", Metal), ("Day", "2024-03-10"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        var told = page.QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("Dominique Autre", told, StringComparison.Ordinal);
        Assert.Contains("Proposition à la commission", told, StringComparison.Ordinal);
        Assert.Equal("2024-03-10", page.QuerySelector("#Day")!.GetAttribute("value"));
        using var again = await SendAsync(first, Facts(id, "decision"), page, ("Kind", "Creation"), ("Committee", Metal), ("Day", "2024-03-10"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Twenty_who_record_at_once_leave_every_fact_or_a_conflict()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, Facts(id, "decision"), ("Kind", "Creation"), ("Committee", Metal), ("Day", "2020-01-01"));
        var page = await staff.OpenAsync(Facts(id, "transmission"));
        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(day => SendAsync(staff, Facts(id, "transmission"), page, ("Authority", "FranceCompetences"), ("Day", $"2020-02-{day:00}"))));
        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single((await records.ReadAsync(database => database.Entries.AsNoTracking().SingleAsync(row => row.Id == id, Stop))).Records.Sendings);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Somebody_of_another_committee_is_refused_everywhere_and_it_is_written_down()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var stranger = await records.SignerAsync(Chemistry);
        await using var own = await records.WriterAsync();
        string[] forms = [.. Web.Pages.EspaceCpne.Certifications.RecordKind.All.Keys];
        foreach (var form in forms.Prepend(""))
        {
            using var seen = await stranger.GetAsync(Facts(id, form));
            Assert.Equal(HttpStatusCode.Forbidden, seen.StatusCode);
        }
        foreach (var form in forms)
        {
            using var sent = await stranger.PostAsync(Facts(id, form), ("Day", "2024-01-01"));
            Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        }
        var tried = (await records.LinesAsync(AuditAction.AccessRefused)).Where(line => line.PersonId == stranger.Person.Id && line.EntryId == id).Select(line => line.Subject).ToHashSet();
        Assert.Equal(forms.Prepend("").Select(form => $"GET {Facts(id, form)}").Concat(forms.Select(form => $"POST {Facts(id, form)}")).ToHashSet(), tried);
        // To abolish asks for the signature of the committee, not for its pen.
        using var abolished = await own.PostAsync(Facts(id, "suppression"), ("Day", "2024-01-01"));
        Assert.Equal(HttpStatusCode.Forbidden, abolished.StatusCode);
        using var unknown = await own.GetAsync(Facts(id, "rien"));
        using var noRow = await own.GetAsync(Facts(id, "retrait?ligne=RNCP1"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, noRow.StatusCode));
    }

    [Fact]
    public async Task A_number_of_another_certification_is_refused_with_a_link_to_it()
    {
        await using var records = await OpenAsync(server, demonstration: true);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        using var answer = await FillAsync(staff, Facts(id, "enregistrement"), ("Number", "RNCP99002"), ("Level", "4"), ("DecidedOn", "2026-06-25"), ("PublishedOn", "2026-07-01"), ("EndsOn", "2029-06-30"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await StaffClient.ReadAsync(answer)).QuerySelector($"main a[href='/certifications/{Welder}']"));
    }

    [Fact]
    public async Task An_application_goes_step_by_step_to_its_registration()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, Facts(id, "demande"), ("Register", "Rncp"), ("OneCohort", "true"), ("Day", "2025-11-01"));
        await RecordedAsync(staff, Facts(id, "etape?ligne=1"), ("State", "Submitted"), ("Day", "2025-11-15"));
        Assert.Contains("juin 2026", (await staff.OpenAsync(Facts(id))).QuerySelector("#demandes")!.TextContent, StringComparison.Ordinal);
        using (var jumped = await FillAsync(staff, Facts(id, "etape?ligne=1"), ("State", "Favourable"), ("Day", "2025-12-01"))) Assert.Equal(HttpStatusCode.BadRequest, jumped.StatusCode);
        await RecordedAsync(staff, Facts(id, "etape?ligne=1"), ("State", "UnderReview"), ("Day", "2025-12-01"), ("Note", "Recevable"));
        await RecordedAsync(staff, Facts(id, "etape?ligne=1"), ("State", "Favourable"), ("Day", "2026-06-10"), ("Note", "Avis du 10 juin"));
        using (var early = await staff.GetAsync(Facts(id, "etape?ligne=1"))) Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        await RecordedAsync(staff, Facts(id, "inscription?ligne=1"), ("Number", "RNCP41000"), ("Level", "4"), ("DecidedOn", "2026-06-25"), ("PublishedOn", "2026-07-01"), ("EndsOn", "2031-06-30"));
        var page = await staff.OpenAsync(Facts(id));
        Assert.Contains("3 ans au plus", page.QuerySelector("#enregistrements .note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Enregistré sous le numéro RNCP41000", page.QuerySelector("#demandes")!.TextContent, StringComparison.Ordinal);
        var application = Assert.Single((await records.ReadAsync(database => database.Entries.AsNoTracking().SingleAsync(row => row.Id == id, Stop))).Applications);
        Assert.Equal((ApplicationState.Registered, ApplicationState.Favourable, "Avis du 10 juin"), (application.State, application.Opinion!.State, application.Opinion.Note));
    }

    [Fact]
    public async Task An_unfavourable_opinion_tells_until_when_it_may_be_contested()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, Facts(id, "demande"), ("Register", "Rs"), ("OneCohort", "false"), ("Day", "2026-01-01"));
        foreach (var (state, day) in new[] { ("Submitted", "2026-02-01"), ("UnderReview", "2026-03-01"), ("Unfavourable", "2026-10-15") })
            await RecordedAsync(staff, Facts(id, "etape?ligne=1"), ("State", state), ("Day", day));
        Assert.Contains("jusqu’au 15 décembre 2026", (await staff.OpenAsync(Facts(id))).QuerySelector("#demandes .note")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppression_has_a_date_and_a_reason_and_what_the_law_keeps_stays_visible()
    {
        await using var records = await OpenAsync(server, demonstration: true);
        var id = await records.EntryAsync(Welder);
        await using var staff = await records.SignerAsync();
        using (var unsure = await FillAsync(staff, Facts(id, "suppression"), ("Day", "2026-11-01"), ("Reason", "Le métier a disparu.")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
            Assert.NotNull((await StaffClient.ReadAsync(unsure)).QuerySelector("#Confirm-erreur"));
        }
        await RecordedAsync(staff, Facts(id, "suppression"), ("Day", "2026-11-01"), ("Reason", "Le métier a disparu."), ("Confirm", "true"));
        var verdict = (await staff.OpenAsync($"/certifications/{Welder}")).QuerySelector(".verdict")!.TextContent.Replace('\u00a0', ' ');
        foreach (var words in new[] { "1er novembre 2026", "Le métier a disparu.", "Ceux qui l’ont obtenu gardent sa valeur", "Ceux qui ont commencé peuvent finir" }) Assert.Contains(words, verdict, StringComparison.Ordinal);
        Assert.Single(await records.LinesAsync(AuditAction.Suppressed));
        using (var twice = await FillAsync(staff, Facts(id, "suppression"), ("Day", "2026-11-02"), ("Reason", "Encore"), ("Confirm", "true"))) Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        await RecordedAsync(staff, Facts(id, "cloture"), ("Day", "2026-11-20"));
        Assert.Contains("Close", (await staff.OpenAsync(Facts(id))).QuerySelector("#branche .fs-5")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_register_says_stands_beside_and_a_difference_is_shown()
    {
        await using var records = await OpenAsync(server);
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur"));
        var id = await records.EntryAsync("cqp-soudeur");
        await using var staff = await records.WriterAsync();
        Assert.Empty((await staff.OpenAsync(Facts(id))).QuerySelectorAll("#enregistrements tr.gap"));
        await RecordedAsync(staff, Facts(id, "enregistrement?ligne=RNCP201"), ("Level", "4"), ("DecidedOn", "2024-06-30"), ("PublishedOn", "2024-07-01"), ("EndsOn", "2028-06-30"), ("Reason", "Décision relue"));
        var page = await staff.OpenAsync(Facts(id));
        Assert.Contains("30 juin 2029", Assert.Single(page.QuerySelectorAll("#enregistrements tr.gap")).TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        // The contradiction is there at once, not after the next export.
        Assert.NotNull(page.QuerySelector($"#contradictions a[href='/espace-cpne/certifications/{id}/contradictions/Registrations']"));
        Assert.Equal(new DateOnly(2028, 6, 30), await records.ReadAsync(database => database.Set<Registration>().Select(row => row.EndsOn).SingleAsync(Stop)));
    }

    [Fact]
    public async Task While_an_import_runs_a_fact_waits_and_keeps_what_was_typed()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync();
        await using var staff = await records.WriterAsync();
        await using var import = records.Data.CreateContext();
        await using var transaction = await import.Database.BeginTransactionAsync(Stop);
        await import.Database.ExecuteSqlRawAsync($"select pg_advisory_xact_lock({0x0C9_1A9_0E7})", Stop);
        using var answer = await FillAsync(staff, Facts(id, "decision"), ("Kind", "Creation"), ("Committee", Metal), ("Day", "2024-03-10"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.Contains("en cours d’import", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await transaction.RollbackAsync(Stop);
        using var again = await SendAsync(staff, Facts(id, "decision"), page, ("Kind", "Creation"), ("Committee", Metal), ("Day", page.QuerySelector("#Day")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task The_end_of_an_open_suspension_is_given_from_its_first_day()
    {
        await using var records = await OpenAsync(server);
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur"));
        var id = await records.EntryAsync("cqp-soudeur");
        await using var staff = await records.WriterAsync();
        var form = Facts(id, "suspension?ligne=RNCP201");
        await RecordedAsync(staff, form, ("From", "2026-10-01"), ("Reason", "Décision du 28 septembre"));
        var page = await staff.OpenAsync(form);
        Assert.Equal("2026-10-01", page.QuerySelector("#From")!.GetAttribute("value"));
        using var inverse = await SendAsync(staff, form, page, ("From", "2026-10-01"), ("Until", "2026-09-30"), ("Reason", "Fin"));
        Assert.Equal(HttpStatusCode.BadRequest, inverse.StatusCode);
        await RecordedAsync(staff, form, ("From", "2026-10-01"), ("Until", "2026-11-15"), ("Reason", "Fin de la suspension"));
        var period = (await records.ReadAsync(database => database.Set<Registration>().AsNoTracking().SingleAsync(Stop))).Suspensions.Single();
        Assert.Equal((new DateOnly(2026, 10, 1), (DateOnly?)new DateOnly(2026, 11, 15)), (period.From, period.Until));
        Assert.Contains("En vigueur", (await staff.OpenAsync(Facts(id))).QuerySelector("#n-RNCP201")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_and_long_texts_are_words_like_others()
    {
        await using var records = await OpenAsync(server);
        var id = await records.DraftAsync("<script>alert(1)</script>");
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, Facts(id, "demande"), ("Register", "Rs"), ("OneCohort", "false"), ("Day", "2026-01-01"));
        using (var tooLong = await FillAsync(staff, Facts(id, "etape?ligne=1"), ("State", "Submitted"), ("Day", "2026-02-01"), ("Note", new string('x', 200_000)))) Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        await RecordedAsync(staff, Facts(id, "etape?ligne=1"), ("State", "Submitted"), ("Day", "2026-02-01"), ("Note", "<script>alert(2)</script>"));
        var page = await staff.OpenAsync(Facts(id));
        Assert.DoesNotContain(page.QuerySelectorAll("main script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("<script>alert(2)</script>", page.QuerySelector("#demandes")!.TextContent, StringComparison.Ordinal);
    }
}
