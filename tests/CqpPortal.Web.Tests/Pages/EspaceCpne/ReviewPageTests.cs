using System.Net;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

public sealed class ReviewPageTests(PostgresServer server) : IAsyncLifetime
{
    private const string Metal = SignedEntries.Metal;
    private const string Chemistry = SignedEntries.Chemistry;

    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private SignedEntries _entries = null!;
    private StaffClient _writer = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _entries = new SignedEntries(_data, _site);
        _writer = await _site.SignInAsync("Nadia Essai", SignedEntries.Writing);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task A_CQPI_of_two_branches_is_published_once_both_have_signed_that_very_version()
    {
        await using var metal = await _site.SignInAsync("Hélène Essai", new Grant(Permission.Sign, Metal));
        await using var chemistry = await _site.SignInAsync("Karim Essai", new Grant(Permission.Sign, Chemistry));
        var id = (await _entries.CreateAsync(_writer)).Id;
        await _entries.DoneAsync(id, _writer, "Submit");
        var page = await metal.OpenAsync(SignedEntries.Review(id));
        Assert.All(page.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]")));
        Assert.Contains("Vous signez la version 1 de « Pilote, pilote de ligne d’essai », telle qu’elle est écrite sur cette page : 2 activités, 2 blocs, 3 compétences, 2 évaluations.", Plain(page.Body!.TextContent), StringComparison.Ordinal);
        await _entries.DoneAsync(id, metal, "Sign", ("Committee", Metal));

        using (var early = await _entries.PressAsync(id, metal, "Publish", ("Reason", "Création")))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
            Assert.Contains("Il manque une signature", await early.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
        Assert.Null(await PublicAsync());
        await _entries.DoneAsync(id, chemistry, "Sign", ("Committee", Chemistry));
        using var published = await _entries.PressAsync(id, chemistry, "Publish", ("Reason", "Création par les deux commissions."));

        Assert.Equal((HttpStatusCode.Redirect, "/certifications/pilote-pilote-de-ligne-d-essai"), (published.StatusCode, published.Headers.Location?.ToString()));
        Assert.NotNull(await PublicAsync());
        var open = await chemistry.OpenAsync("/certifications?q=pilote+de+ligne+d+essai");
        Assert.NotNull(open.QuerySelector("a[href='/certifications/pilote-pilote-de-ligne-d-essai']"));
        Assert.Equal(
            [AuditAction.EntryCreated, AuditAction.SentToReview, AuditAction.SignatureGiven, AuditAction.SignatureGiven, AuditAction.Published],
            (await LinesAsync(id)).Select(line => line.Action));
    }

    [Fact]
    public async Task Any_later_change_asks_both_again()
    {
        await using var signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        var id = (await _entries.CreateAsync(_writer)).Id;
        await _entries.PublishAsync(id, _writer, signer);
        await _entries.SaveAsync(id, _writer, text => text with { Purpose = "Conduire deux lignes." });
        await _entries.DoneAsync(id, _writer, "Submit");
        await _entries.DoneAsync(id, signer, "Sign", ("Committee", Metal));
        await _entries.DoneAsync(id, signer, "Sign", ("Committee", Chemistry));
        await _entries.DoneAsync(id, _writer, "TakeBack");
        await _entries.SaveAsync(id, _writer, text => text with { Purpose = "Conduire trois lignes." });
        await _entries.DoneAsync(id, _writer, "Submit");

        await using var database = _data.CreateContext();
        var entry = await database.Entries.SingleAsync(row => row.Id == id, Stop);
        Assert.Equal((TextState.InReview, 2), (entry.State, entry.Missing.Count));
        Assert.Contains("Conduire une ligne", (await signer.OpenAsync("/certifications/pilote-pilote-de-ligne-d-essai")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_changed_since_it_was_read_is_not_signed()
    {
        await using var signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        var id = (await _entries.CreateAsync(_writer)).Id;
        var read = await _entries.DigestAsync(id);
        await _entries.SaveAsync(id, _writer, text => text with { Purpose = "Autre" });
        await _entries.DoneAsync(id, _writer, "Submit");
        using var answer = await signer.PostAsync($"{SignedEntries.Review(id)}?handler=Sign", ("Committee", Metal), ("Digest", read));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("La fiche a changé depuis que vous l’avez ouverte", (await StaffClient.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await LinesAsync(id), line => line.Action == AuditAction.SignatureGiven);
    }

    [Fact]
    public async Task A_button_pressed_twice_does_its_work_once()
    {
        await using var signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        var id = (await _entries.CreateAsync(_writer)).Id;
        var digest = await _entries.DigestAsync(id);
        async Task TwiceAsync(StaffClient staff, string button, params (string Name, string? Value)[] fields)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => staff.PostAsync($"{SignedEntries.Review(id)}?handler={button}", [("Digest", digest), .. fields])));
            Assert.All(answers, answer => Assert.Equal((button, HttpStatusCode.Redirect), (button, answer.StatusCode)));
            foreach (var answer in answers) answer.Dispose();
        }
        await TwiceAsync(_writer, "Submit");
        await TwiceAsync(signer, "Sign", ("Committee", Metal));
        await TwiceAsync(signer, "Withdraw", ("Committee", Metal), ("Because", "Une faute."));
        await TwiceAsync(signer, "Sign", ("Committee", Metal));
        await TwiceAsync(signer, "Sign", ("Committee", Chemistry));
        await TwiceAsync(signer, "Publish", ("Reason", "Création"));

        Assert.Equal(
            [AuditAction.EntryCreated, AuditAction.SentToReview, AuditAction.SignatureGiven, AuditAction.SignatureWithdrawn, AuditAction.SignatureGiven, AuditAction.SignatureGiven, AuditAction.Published],
            (await LinesAsync(id)).Select(line => line.Action));
        await using var database = _data.CreateContext();
        Assert.Equal(1, await database.EntryVersions.CountAsync(version => version.EntryId == id, Stop));
    }

    [Fact]
    public async Task What_is_missing_is_said_with_a_link_to_its_field_and_keeps_it_from_review()
    {
        var id = (await _entries.CreateAsync(_writer, SignedEntries.Complete with
        {
            Skills = [SignedEntries.Complete.Skills[0] with { Assessments = [] }, .. SignedEntries.Complete.Skills.Skip(1)],
            InformationPage = "exemple",
        })).Id;
        var page = await _writer.OpenAsync(SignedEntries.Review(id));
        Assert.Equal([$"/espace-cpne/certifications/{id}/presentation#information-page", $"/espace-cpne/certifications/{id}/referentiels#skill-k1"],
            page.QuerySelectorAll(".faults a").Select(link => link.GetAttribute("href")));
        Assert.Null(page.QuerySelector("form[action='?handler=Submit']"));
        using var answer = await _entries.PressAsync(id, _writer, "Submit");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(TextState.Draft, await StateAsync(id));
    }

    [Fact]
    public async Task A_committee_that_does_not_cover_the_branch_cannot_be_named_in_the_place_of_the_one_that_does()
    {
        var id = (await _entries.CreateAsync(_writer, SignedEntries.Complete with { Owners = [new OwnerRow("0044", Metal), new OwnerRow("3248", Metal)] })).Id;
        using var answer = await _entries.PressAsync(id, _writer, "Submit");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Choisissez la commission de la branche 0044", Plain(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signers_of_each_committee_are_told_once_and_not_who_sent_it()
    {
        await using var author = await _site.SignInAsync("Autrice Essai", [new Grant(Permission.WriteDrafts, Metal), new Grant(Permission.Sign, Metal)]);
        await using var both = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        await using var reviewer = await _site.SignInAsync("Paul Essai", new Grant(Permission.Review, Metal));
        var id = (await _entries.CreateAsync(author)).Id;
        await _entries.DoneAsync(id, author, "Submit");

        await using var database = _data.CreateContext();
        var mails = await database.OutgoingMails.AsNoTracking().ToListAsync(Stop);
        Assert.DoesNotContain(mails, mail => mail.To == author.Person.Email || mail.To == reviewer.Person.Email);
        var mail = Assert.Single(mails, mail => mail.To == both.Person.Email);
        Assert.Equal("À signer : Pilote, pilote de ligne d’essai", mail.Subject);
        Assert.Contains($"{_site.Address}espace-cpne/certifications/{id}/relecture", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_remark_on_a_field_waits_for_an_answer_before_publication()
    {
        await using var reviewer = await _site.SignInAsync("Paul Essai", new Grant(Permission.Review, Metal));
        await using var signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        var id = (await _entries.CreateAsync(_writer)).Id;
        await _entries.DoneAsync(id, _writer, "Submit");
        await _entries.DoneAsync(id, reviewer, "Comment", ("Path", "skill/k2/title"), ("Remark", "<script>alert(1)</script> Quelle vitesse ?"));
        await _entries.DoneAsync(id, signer, "Sign", ("Committee", Metal));
        await _entries.DoneAsync(id, signer, "Sign", ("Committee", Chemistry));
        using (var early = await _entries.PressAsync(id, signer, "Publish", ("Reason", "Création")))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
            var page = await StaffClient.ReadAsync(early);
            Assert.Contains("Des remarques attendent une réponse", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Création", page.QuerySelector("#Reason")!.TextContent.Trim());
            Assert.Contains("<script>alert(1)</script> Quelle vitesse", page.QuerySelector("#remarques article")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("#remarques script"));
        }
        using (var empty = await _entries.PressAsync(id, _writer, "Answer", ("Path", "skill/k2/title"), ("Remark", " ")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
            Assert.NotNull((await StaffClient.ReadAsync(empty)).QuerySelector("#reponse-0[aria-invalid=true]"));
        }
        await _entries.DoneAsync(id, _writer, "Answer", ("Path", "skill/k2/title"), ("Remark", "Celle de l’ordre."));
        await _entries.DoneAsync(id, _writer, "Resolve", ("Path", "skill/k2/title"));
        await _entries.DoneAsync(id, signer, "Publish", ("Reason", "Création"));
        Assert.Equal([AuditAction.CommentAdded, AuditAction.CommentAdded, AuditAction.CommentResolved], (await LinesAsync(id)).Select(line => line.Action).Where(action => action is AuditAction.CommentAdded or AuditAction.CommentResolved));
    }

    [Theory]
    [InlineData("Comment", "Remark")]
    [InlineData("Publish", "Reason")]
    [InlineData("Withdraw", "motif-cpne-3248")]
    public async Task What_is_left_empty_is_asked_for(string button, string field)
    {
        await using var all = await _site.SignInAsync("Inès Essai", [.. SignedEntries.SigningForBoth, new Grant(Permission.Review, Metal)]);
        var id = (await _entries.CreateAsync(_writer)).Id;
        await _entries.DoneAsync(id, _writer, "Submit");
        await _entries.DoneAsync(id, all, "Sign", ("Committee", Metal));
        await _entries.DoneAsync(id, all, "Sign", ("Committee", Chemistry));
        using var answer = await _entries.PressAsync(id, all, button, ("Committee", Metal));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.StartsWith("Erreur : ", page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Another_committee_is_refused_and_the_attempt_is_kept()
    {
        await using var stranger = await _site.SignInAsync("Un Autre", [new Grant(Permission.Sign, "cpnefp-1938"), new Grant(Permission.WriteDrafts, "cpnefp-1938"), new Grant(Permission.Review, "cpnefp-1938")]);
        var id = (await _entries.CreateAsync(_writer)).Id;
        using (var read = await stranger.GetAsync(SignedEntries.Review(id))) Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        foreach (var button in new[] { "Submit", "TakeBack", "Comment", "Answer", "Resolve", "Sign", "Withdraw", "Publish", "Anything" })
        {
            using var answer = await _entries.PressAsync(id, stranger, button, ("Committee", Metal), ("Remark", "x"), ("Because", "x"), ("Reason", "x"));
            Assert.Equal((button, HttpStatusCode.Forbidden), (button, answer.StatusCode));
        }
        Assert.True((await LinesAsync(id)).Count(line => line.Action == AuditAction.AccessRefused && line.PersonId == stranger.Person.Id) >= 10);
    }

    [Fact]
    public async Task Each_button_asks_for_its_own_permission_and_a_signature_for_that_committee()
    {
        await using var reviewer = await _site.SignInAsync("Paul Essai", new Grant(Permission.Review, Metal));
        await using var signer = await _site.SignInAsync("Hélène Essai", new Grant(Permission.Sign, Metal));
        var id = (await _entries.CreateAsync(_writer)).Id;
        foreach (var (staff, button) in new[] { (reviewer, "Submit"), (signer, "Submit"), (_writer, "Comment"), (signer, "Comment"), (signer, "Resolve"), (signer, "TakeBack"), (_writer, "Sign"), (reviewer, "Publish") })
        {
            using var answer = await _entries.PressAsync(id, staff, button, ("Committee", Metal), ("Remark", "x"), ("Reason", "x"));
            Assert.Equal((button, HttpStatusCode.Forbidden), (button, answer.StatusCode));
        }
        await _entries.DoneAsync(id, _writer, "Submit");
        using var other = await _entries.PressAsync(id, signer, "Sign", ("Committee", Chemistry));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        Assert.DoesNotContain(await LinesAsync(id), line => line.Action == AuditAction.SignatureGiven);
    }

    [Fact]
    public async Task What_no_database_keeps_is_refused_with_words()
    {
        await using var reviewer = await _site.SignInAsync("Paul Essai", new Grant(Permission.Review, Metal));
        var id = (await _entries.CreateAsync(_writer)).Id;
        using var answer = await _entries.PressAsync(id, reviewer, "Comment", ("Path", "title"), ("Remark", "un\u0007deux"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var unknown = await _entries.PressAsync(id, reviewer, "Comment", ("Path", "skill/k9/title"), ("Remark", "Où est-elle ?"));
        Assert.Equal(HttpStatusCode.Conflict, unknown.StatusCode);
    }

    [Fact]
    public async Task A_form_without_a_known_button_changes_nothing()
    {
        await using var signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        var id = (await _entries.CreateAsync(_writer)).Id;
        using var answer = await _entries.PressAsync(id, signer, "Nothing");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Plain(string text) => string.Join(' ', text.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<string?> PublicAsync()
    {
        await using var database = _data.CreateContext();
        return await database.Certifications.Where(row => row.Title == SignedEntries.Complete.Title).Select(row => row.Slug).FirstOrDefaultAsync(Stop);
    }

    private async Task<TextState> StateAsync(int id)
    {
        await using var database = _data.CreateContext();
        return (await database.Entries.SingleAsync(row => row.Id == id, Stop)).State;
    }

    private async Task<List<AuditLine>> LinesAsync(int id)
    {
        await using var database = _data.CreateContext();
        return await database.AuditLog.AsNoTracking().Where(line => line.EntryId == id).OrderBy(line => line.Id).ToListAsync(Stop);
    }
}
