using System.Net;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;
using static CqpPortal.Web.Tests.Records.RecordsSite;

namespace CqpPortal.Web.Tests.Records;

public sealed class ContradictionPageTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Later(int day) => $"export_fiches_RNCP_V4_1_2026-10-{day:00}.xml";

    private static string Aim(string words) => $"<OBJECTIFS_CONTEXTE>{words}</OBJECTIFS_CONTEXTE>";

    /// <summary>A certification whose purpose the committee wrote, and which the register then told otherwise.</summary>
    private static async Task<(int Id, string Address)> ContradictedAsync(RecordsSite records)
    {
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur", Aim("Souder des cadres")));
        var id = await records.EntryAsync("cqp-soudeur");
        await using var database = records.Data.CreateContext();
        var certification = await database.Certifications.SingleAsync(Stop);
        certification.Describe(certification.Texts with { Purpose = "Souder des cuves" });
        certification.Cite(new FactSource(CertificationFact.Purpose, FactOrigin.Committee, new DateOnly(2026, 9, 1)));
        await database.SaveChangesAsync(Stop);
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur", Aim("Souder des tubes")), Later(1));
        return (id, $"/espace-cpne/certifications/{id}/contradictions/Purpose");
    }

    [Fact]
    public async Task Ours_is_kept_with_a_reason_that_holds_while_the_register_says_the_same()
    {
        await using var records = await OpenAsync(server);
        var (id, address) = await ContradictedAsync(records);
        await using var staff = await records.WriterAsync();
        var list = await staff.OpenAsync("/espace-cpne/registres/contradictions");
        Assert.Equal(address, list.QuerySelector("tr.gap td:last-child a")!.GetAttribute("href"));
        await RecordedAsync(staff, address, ("Choice", "keep"), ("Reason", "La fiche date de 2024."));
        Assert.Empty((await staff.OpenAsync("/espace-cpne/registres/contradictions")).QuerySelectorAll("tr.gap"));
        var shown = (await staff.OpenAsync("/certifications/cqp-soudeur")).QuerySelector("#sources")!.TextContent;
        Assert.Contains("La fiche date de 2024.", shown, StringComparison.Ordinal);
        Assert.Contains("Souder des tubes", shown, StringComparison.Ordinal);
        Assert.Contains("nous gardons notre texte", Assert.Single(await records.LinesAsync(AuditAction.ContradictionAnswered)).Details, StringComparison.Ordinal);

        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur", Aim("Souder des tubes") + "<CODES_ROME><ROME><CODE>H2902</CODE></ROME></CODES_ROME>"), Later(2));
        Assert.Equal("La fiche date de 2024.", await records.ReadAsync(database => database.Set<Contradiction>().Select(row => row.Reason).SingleAsync(Stop)));
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur", Aim("Souder des cuves et des tubes")), Later(3));
        Assert.Null(await records.ReadAsync(database => database.Set<Contradiction>().Select(row => row.Reason).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Theirs_is_taken_by_the_code_of_imports_and_becomes_a_version()
    {
        await using var records = await OpenAsync(server);
        var (id, address) = await ContradictedAsync(records);
        await using var staff = await records.WriterAsync();
        await RecordedAsync(staff, address, ("Choice", "take"), ("Reason", "Le registre a raison."));
        await using var database = records.Data.CreateContext();
        var certification = await database.Certifications.SingleAsync(Stop);
        Assert.Equal("Souder des tubes", certification.Texts.Purpose);
        Assert.False(certification.IsSaidByCommittee(CertificationFact.Purpose));
        Assert.Empty(await database.Set<Contradiction>().ToListAsync(Stop));
        var version = await database.EntryVersions.Where(row => row.EntryId == id).OrderByDescending(row => row.Number).FirstAsync(Stop);
        Assert.Equal((2, "Souder des tubes"), (version.Number, version.Text.Purpose));
        Assert.StartsWith("Repris du registre", version.Reason, StringComparison.Ordinal);
        Assert.Contains("Souder des tubes", (await staff.OpenAsync("/certifications/cqp-soudeur")).Body!.TextContent, StringComparison.Ordinal);
        // The next export goes on changing it.
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur", Aim("Souder de tout")), Later(4));
        Assert.Equal("Souder de tout", await records.ReadAsync(read => read.Certifications.Select(row => row.Texts.Purpose).SingleAsync(Stop)));
    }

    [Fact]
    public async Task An_answer_needs_a_choice_and_a_reason_and_a_text_that_is_still_the_same()
    {
        await using var records = await OpenAsync(server);
        var (_, address) = await ContradictedAsync(records);
        await using var staff = await records.WriterAsync();
        using (var empty = await FillAsync(staff, address))
        {
            Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
            Assert.Equal(["#Choice", "#Reason"], (await StaffClient.ReadAsync(empty)).QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        }
        var outdated = await staff.OpenAsync(address);
        await records.TakeAsync(Fiche("RNCP201", "CQP Soudeur", Aim("Souder encore autrement")), Later(5));
        using var answer = await SendAsync(staff, address, outdated, ("Choice", "take"), ("Reason", "Le registre a raison."));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.Contains("Souder encore autrement", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Le registre a raison.", page.QuerySelector("#Reason")!.TextContent);
        Assert.Empty(await records.LinesAsync(AuditAction.ContradictionAnswered));
    }

    [Fact]
    public async Task Another_committee_neither_sees_nor_answers_it()
    {
        await using var records = await OpenAsync(server);
        var (id, address) = await ContradictedAsync(records);
        await using var stranger = await records.WriterAsync(Chemistry);
        Assert.Empty((await stranger.OpenAsync("/espace-cpne/registres/contradictions")).QuerySelectorAll("tbody tr"));
        using var seen = await stranger.GetAsync(address);
        using var sent = await stranger.PostAsync(address, ("Choice", "keep"), ("Reason", "Non"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (seen.StatusCode, sent.StatusCode));
        Assert.Contains(await records.LinesAsync(AuditAction.AccessRefused), line => line.PersonId == stranger.Person.Id && line.EntryId == id && line.Subject.StartsWith("POST", StringComparison.Ordinal));
        await using var own = await records.WriterAsync();
        foreach (var missing in new[] { "Title", "Rien", "99" })
        {
            using var none = await own.GetAsync($"/espace-cpne/certifications/{id}/contradictions/{missing}");
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }
}
