using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

public sealed class BulkTests(StaffSite site) : IClassFixture<StaffSite>
{
    private const string Page = "/espace-cpne/certifications/importer";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_goes_out_comes_in_unchanged()
    {
        await using var nadia = await site.WriterAsync();
        await site.CreateAsync(new EntryText { Title = "=1+1", Owners = [new OwnerRow("3248", StaffSite.Metal)], Purpose = "Deux\nlignes ; « et » plus" }, nadia);
        var exported = await ExportAsync(nadia);

        var page = await TryAsync(nadia, exported);

        Assert.StartsWith("Fiche;Adresse;Branches (IDCC);", Encoding.UTF8.GetString(exported)[1..], StringComparison.Ordinal);
        Assert.Contains("'=1+1", Encoding.UTF8.GetString(exported), StringComparison.Ordinal);
        Assert.Contains("il n’y a rien à écrire", page.QuerySelector("#essai")!.ParentElement!.TextContent, StringComparison.Ordinal);
        await using var database = site.Data.CreateContext();
        Assert.True(await database.AuditLog.AnyAsync(line => line.Action == AuditAction.Exported && line.PersonId == nadia.Person.Id, Stop));
    }

    [Fact]
    public async Task The_frameworks_come_in_as_a_table_and_add_to_what_is_there()
    {
        await using var nadia = await site.WriterAsync();
        const string Rows = "Fiche;Intitulé;Référentiels (activité | compétence | bloc | évaluation)\n;Par table;\"Préparer | Lire un plan | BC01 | Épreuve écrite\n | Choisir l’outil | BC01 | Épreuve écrite\"\n;Mal rangée;\"Préparer |  | BC01\"";
        using var refused = await SendAsync(nadia, Encoding.UTF8.GetBytes(Rows));
        var faults = (await StaffClient.ReadAsync(refused)).QuerySelectorAll("[role=alert] li").Select(item => item.TextContent.Replace('\u00a0', ' '));
        Assert.Contains("Ligne 3, Référentiels (activité | compétence | bloc | évaluation) : Ligne 1 de la case : Écrivez une compétence sur cette ligne, ou retirez-la.", faults);

        var tried = await TryAsync(nadia, Encoding.UTF8.GetBytes(Rows[..Rows.IndexOf("\n;Mal", StringComparison.Ordinal)]));
        using var written = await WriteAsync(nadia, tried);

        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        await using var database = site.Data.CreateContext();
        var text = await site.TextAsync(await database.Entries.Where(row => row.Title == "Par table").Select(row => row.Id).SingleAsync(Stop));
        Assert.Equal(["Lire un plan", "Choisir l’outil"], text.Skills.Select(row => row.Title));
        Assert.Equal(("Préparer", "BC01", "Épreuve écrite"), (Assert.Single(text.Activities).Title, Assert.Single(text.Blocks).Code, Assert.Single(text.Assessments).Title));
    }

    [Theory]
    [InlineData(';', 65001)]
    [InlineData(',', 65001)]
    [InlineData('\t', 1252)]
    public async Task A_file_is_tried_first_and_written_then_once(char separator, int codePage)
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(new EntryText { Title = $"À changer {separator}", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        var rows = string.Join(separator, "Fiche", "Intitulé", "À quoi il sert") + "\r\n" + string.Join(separator, entry, $"Changée {(int)separator}", "Souder")
            + "\r\n" + string.Join(separator, "", $"Nouvelle {(int)separator}", "Créée");

        var tried = await TryAsync(nadia, CodePagesEncodingProvider.Instance.GetEncoding(codePage)?.GetBytes(rows) ?? Encoding.UTF8.GetBytes(rows));
        Assert.Equal(2, tried.QuerySelectorAll("table tbody tr").Length);
        Assert.StartsWith("À changer", (await site.TextAsync(entry)).Title, StringComparison.Ordinal);
        using var written = await WriteAsync(nadia, tried);
        using var again = await WriteAsync(nadia, tried);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (written.StatusCode, again.StatusCode));
        Assert.Equal(($"Changée {(int)separator}", "Souder"), ((await site.TextAsync(entry)).Title, (await site.TextAsync(entry)).Purpose));
        await using var database = site.Data.CreateContext();
        Assert.Equal(1, await database.Entries.CountAsync(row => row.Title == $"Nouvelle {(int)separator}", Stop));
    }

    [Fact]
    public async Task Faults_are_told_by_line_and_column_and_nothing_is_written()
    {
        await using var nadia = await site.WriterAsync();
        await using var other = await site.WriterAsync("Inès Caron", StaffSite.Chemistry);
        var foreign = await site.CreateAsync(new EntryText { Title = "Aux autres", Owners = [new OwnerRow("0044", StaffSite.Chemistry)] }, other);
        var own = await site.CreateAsync(new EntryText { Title = "À nous", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        var rows = $"Fiche;Intitulé;CQP ou CQPI;Branches (IDCC)\n{own};Juste;CQP;3248\n{own};Deux fois;CQP;3248\n{foreign};Prise;CQP;3248\n;;CQP;3248\n;Bac;BAC;3248\n;{new string('x', 801)};CQP;abc";

        using var answer = await SendAsync(nadia, Encoding.UTF8.GetBytes(rows));
        var page = await StaffClient.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var faults = page.QuerySelectorAll("[role=alert] li").Select(item => item.TextContent.Replace('\u00a0', ' ')).ToList();
        foreach (var start in new[] { "Ligne 3, Fiche : Cette fiche est déjà", "Ligne 4, Fiche : Aucune fiche de vos commissions", "Ligne 5, Intitulé : Écrivez l’intitulé", "Ligne 6, CQP ou CQPI : « BAC »", "Ligne 7, Branches (IDCC) : « abc »" })
            Assert.Contains(faults, fault => fault.StartsWith(start, StringComparison.Ordinal));
        Assert.Equal("À nous", (await site.TextAsync(own)).Title);
        await using var database = site.Data.CreateContext();
        Assert.True(await database.AuditLog.AnyAsync(line => line.Action == AuditAction.AccessRefused && line.EntryId == foreign && line.PersonId == nadia.Person.Id, Stop));
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("PK\u0003\u0004reste", "Ce n’est pas un fichier CSV")]
    [InlineData("a;b;c\n1;2;3", "La première ligne donne les titres")]
    [InlineData("Intitulé;Inconnue\nA;B", "Cette colonne n’est pas connue")]
    public async Task A_file_that_is_not_what_it_says_is_told_so(string content, string message)
    {
        await using var nadia = await site.WriterAsync();

        using var answer = await SendAsync(nadia, Encoding.UTF8.GetBytes(content));
        var page = await StaffClient.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, page.QuerySelector("[role=alert]")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private static async Task<byte[]> ExportAsync(StaffClient who)
    {
        using var answer = await who.PostAsync("/espace-cpne/certifications/exporter");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    private static async Task<IDocument> TryAsync(StaffClient who, byte[] content)
    {
        using var answer = await SendAsync(who, content);
        var page = await StaffClient.ReadAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page.QuerySelector("main")!.TextContent);
        return page;
    }

    private static Task<HttpResponseMessage> WriteAsync(StaffClient who, IDocument tried) => who.PostAsync(Page,
        ("content", tried.QuerySelector("[name=content]")!.GetAttribute("value")), ("state", tried.QuerySelector("[name=state]")!.GetAttribute("value")));

    private static async Task<HttpResponseMessage> SendAsync(StaffClient who, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await who.TokenFieldAsync()) form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "file", "fiches.csv");
        return await who.Client.PostAsync(new Uri(Page, UriKind.Relative), form, Stop);
    }
}
