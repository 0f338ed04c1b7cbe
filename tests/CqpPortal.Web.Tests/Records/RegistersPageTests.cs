using System.Net;
using System.Text;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Registers;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using CqpPortal.Web.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;
using static CqpPortal.Web.Tests.Records.RecordsSite;

namespace CqpPortal.Web.Tests.Records;

public sealed class RegistersPageTests(PostgresServer server)
{
    private const string Registers = "/espace-cpne/registres";
    private const string Import = "/espace-cpne/registres/import";
    private const string Perhaps = "<OBJECTIFS_CONTEXTE>Passerelle avec un CQP.</OBJECTIFS_CONTEXTE>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A doubtful fiche of one branch.</summary>
    private static string Doubtful(string number, string title, string idcc) => Fiche(number, title, $"{Perhaps}<CODES_IDCC><IDCC><CODE>{idcc}</CODE><LIBELLE>Branche</LIBELLE></IDCC></CODES_IDCC>");

    private static Task<StaffClient> ImporterAsync(RecordsSite records) => records.Site.SignInAsync(new Grant(Permission.RunImports));

    /// <summary>Somebody who writes for a committee that covers metallurgy.</summary>
    private static async Task<StaffClient> WriterOfBranchAsync(RecordsSite records, string idcc)
    {
        var key = await records.ReadAsync(async database => (await database.BranchCommittees.AsNoTracking().ToListAsync(Stop)).FirstOrDefault(committee => committee.Branches.Contains(Idcc.Parse(idcc, null)))?.Key);
        if (key is null)
        {
            key = $"essai-{idcc}";
            await using var database = records.Data.CreateContext();
            var committee = new BranchCommittee(key, "CPNE", "CPNE d’essai");
            committee.Cover(Idcc.Parse(idcc, null));
            database.Add(committee);
            await database.SaveChangesAsync(Stop);
        }
        return await records.WriterAsync(key);
    }

    private static Task<HttpResponseMessage> JudgeAsync(StaffClient staff, string handler, string number, string? target = null) =>
        staff.PostAsync($"{Registers}?handler={handler}", ("fiche", number), ("cible", target));

    [Fact]
    public async Task Whoever_runs_imports_confirms_and_refuses_any_fiche()
    {
        await using var records = await OpenAsync(server);
        await records.TakeAsync(Fiche("RNCP201", "Ouvrier", Perhaps) + Fiche("RNCP202", "Employé", Perhaps));
        await using var staff = await ImporterAsync(records);
        var page = await staff.OpenAsync(Registers);
        Assert.Equal(["RNCP201", "RNCP202"], page.QuerySelectorAll("#a-confirmer h3 a").Select(link => link.TextContent).Order());
        Assert.Contains("export_fiches_RNCP_V4_1_2026-08-16.xml", page.QuerySelector("#exports")!.TextContent, StringComparison.Ordinal);
        using var confirmed = await JudgeAsync(staff, "Confirmer", "RNCP201");
        using var refused = await JudgeAsync(staff, "Refuser", "RNCP202");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (confirmed.StatusCode, refused.StatusCode));
        Assert.Empty((await staff.OpenAsync(refused.Headers.Location!.ToString())).QuerySelectorAll("#a-confirmer h3"));
        Assert.Equal("Ouvrier", await records.ReadAsync(database => database.Certifications.Select(row => row.Title).SingleAsync(Stop)));
        Assert.StartsWith("RNCP201", Assert.Single(await records.LinesAsync(AuditAction.FicheConfirmed)).Subject, StringComparison.Ordinal);
        Assert.StartsWith("RNCP202", Assert.Single(await records.LinesAsync(AuditAction.FicheDismissed)).Subject, StringComparison.Ordinal);
        using var again = await JudgeAsync(staff, "Confirmer", "RNCP201");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_linked_fiche_is_one_more_registration_and_later_exports_follow_it()
    {
        await using var records = await OpenAsync(server);
        await records.TakeAsync(Fiche("RNCP200", "CQP Soudeur", end: "30/06/2026") + Fiche("RNCP201", "Soudeur", Perhaps));
        await using var staff = await ImporterAsync(records);
        using (var wrong = await JudgeAsync(staff, "Relier", "RNCP201", "RNCP9999"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            var page = await StaffClient.ReadAsync(wrong);
            Assert.Equal("RNCP9999", page.QuerySelector("#cible-RNCP201[aria-invalid]")!.GetAttribute("value"));
        }
        using var linked = await JudgeAsync(staff, "Relier", "RNCP201", "rncp 200");
        Assert.Equal(HttpStatusCode.Redirect, linked.StatusCode);
        Assert.Contains("cqp-soudeur", (await staff.GetAsync("/certifications/RNCP201")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("CQP Soudeur", Assert.Single(await records.LinesAsync(AuditAction.FicheLinked)).Details, StringComparison.Ordinal);
        await records.TakeAsync(Fiche("RNCP200", "CQP Soudeur", end: "30/06/2026") + Fiche("RNCP201", "Soudeur de cuves", Perhaps), "export_fiches_RNCP_V4_1_2026-08-17.xml");
        var (title, numbers) = await records.ReadAsync(async database =>
        {
            var only = await database.Certifications.Include(row => row.Registrations).SingleAsync(Stop);
            return (only.Title, only.Registrations.Select(row => row.Number.ToString()).Order().ToList());
        });
        Assert.Equal("Soudeur de cuves", title);
        Assert.Equal(["RNCP200", "RNCP201"], numbers);
    }

    [Fact]
    public async Task Those_who_write_for_a_committee_judge_the_fiches_of_its_branches_only()
    {
        await using var records = await OpenAsync(server);
        await records.TakeAsync(Doubtful("RNCP201", "Ouvrier", "3248") + Doubtful("RNCP202", "Chimiste", "0044") + Fiche("RNCP203", "CQP Chimiste", "<CODES_IDCC><IDCC><CODE>0044</CODE></IDCC></CODES_IDCC>"));
        await using var staff = await WriterOfBranchAsync(records, "3248");
        var page = await staff.OpenAsync(Registers);
        Assert.Equal(["RNCP201"], page.QuerySelectorAll("#a-confirmer h3 a").Select(link => link.TextContent));
        Assert.Null(page.QuerySelector("#exports"));
        foreach (var handler in new[] { "Confirmer", "Refuser", "Relier" })
        {
            using var refused = await JudgeAsync(staff, handler, "RNCP202", "RNCP203");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        Assert.Equal(3, (await records.LinesAsync(AuditAction.AccessRefused)).Count(line => line.PersonId == staff.Person.Id));
        using (var elsewhere = await JudgeAsync(staff, "Relier", "RNCP201", "RNCP203")) Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
        using var confirmed = await JudgeAsync(staff, "Confirmer", "RNCP201");
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        await using var reviewer = await records.Site.SignInAsync(new Grant(Permission.Review, Metal));
        using var closed = await reviewer.GetAsync(Registers);
        using var import = await staff.GetAsync(Import);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, import.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(StaffClient staff, byte[]? content, string name)
    {
        var page = await staff.OpenAsync(Import);
        using var form = new MultipartFormDataContent { { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (content is not null) form.Add(new ByteArrayContent(content), "file", name);
        return await staff.Client.PostAsync(new Uri(Import, UriKind.Relative), form, Stop);
    }

    private static async Task FinishedAsync(RecordsSite records) => await records.Site.Services.GetRequiredService<RegisterDesk>().Last!.Finished.WaitAsync(TimeSpan.FromMinutes(1), Stop);

    [Fact]
    public async Task An_export_that_is_sent_is_taken_and_told()
    {
        await using var records = await OpenAsync(server);
        await using var staff = await ImporterAsync(records);
        var content = await File.ReadAllBytesAsync(records.Samples.Xml(Fiche("RNCP201", "CQP Soudeur")), Stop);
        using var sent = await SendAsync(staff, content, "..\\..\\export_fiches_RNCP_V4_1_2026-08-16.xml");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await FinishedAsync(records);
        Assert.Contains("1 fiche lue", (await staff.OpenAsync(Import)).QuerySelector("[role=status]")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("CQP Soudeur", await records.ReadAsync(database => database.Certifications.Select(row => row.Title).SingleAsync(Stop)));
        var line = Assert.Single(await records.LinesAsync(AuditAction.RegisterImported));
        Assert.Equal((staff.Person.Id, "export_fiches_RNCP_V4_1_2026-08-16.xml"), (line.PersonId, line.Subject));
    }

    [Theory]
    [InlineData("export_fiches_RNCP_V4_1_2026-08-16.xml", "ceci n’est pas du XML")]
    [InlineData("export_fiches_RNCP_V4_1_2026-08-16.zip", "PK mais pas une archive")]
    [InlineData("sans-date.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>")]
    public async Task A_file_that_is_no_export_is_refused_and_says_why(string name, string content)
    {
        await using var records = await OpenAsync(server);
        await using var staff = await ImporterAsync(records);
        using var sent = await SendAsync(staff, Encoding.UTF8.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await FinishedAsync(records);
        Assert.StartsWith("Refusé", (await staff.OpenAsync(Import)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Refusé", Assert.Single(await records.LinesAsync(AuditAction.RegisterImported)).Details, StringComparison.Ordinal);
        Assert.Empty(await records.ReadAsync(database => database.Set<RegisterDrop>().ToListAsync(Stop)));
    }

    [Fact]
    public async Task Nothing_sent_asks_for_a_file()
    {
        await using var records = await OpenAsync(server);
        await using var staff = await ImporterAsync(records);
        using var sent = await SendAsync(staff, null, "");
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        Assert.Equal("#file", (await StaffClient.ReadAsync(sent)).QuerySelector("[role=alert] a")!.GetAttribute("href"));
    }
}
