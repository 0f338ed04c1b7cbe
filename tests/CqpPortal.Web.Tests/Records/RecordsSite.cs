using System.Net;
using AngleSharp.Dom;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Records;

/// <summary>A site with a database of its own, small exports, entries and people to write on them.</summary>
internal sealed class RecordsSite : IAsyncDisposable
{
    public const string Metal = "cpne-3248";
    public const string Chemistry = "cpne-0044";

    private RecordsSite(TestDatabase data)
    {
        Data = data;
        Site = new PortalSite(data.ConnectionString);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Data { get; }

    public PortalSite Site { get; }

    public DropSamples Samples { get; } = new();

    public static async Task<RecordsSite> OpenAsync(PostgresServer server, bool demonstration = false) => new(await server.CreateDatabaseAsync(demonstration));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Data.DisposeAsync();
        Samples.Dispose();
    }

    public Task<StaffClient> WriterAsync(string committee = Metal) => Site.SignInAsync(new Grant(Permission.WriteDrafts, committee));

    public Task<StaffClient> SignerAsync(string committee = Metal) => Site.SignInAsync(new Grant(Permission.WriteDrafts, committee), new Grant(Permission.Sign, committee));

    public async Task TakeAsync(string fiches, string name = "export_fiches_RNCP_V4_1_2026-08-16.xml")
    {
        var report = await new RegisterImport(Data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync)
            .RunAsync([Samples.Xml(fiches, name)], new ImportOptions(), new Progress<ImportProgress>(), Stop);
        Assert.Equal(0, report.ExitCode);
    }

    /// <summary>The entry of a certification of the catalogue, which the committee of metallurgy owns from now on.</summary>
    public async Task<int> EntryAsync(string slug)
    {
        await using var database = Data.CreateContext();
        var certification = await database.Certifications.SingleAsync(row => row.Slug == slug, Stop);
        if (!await database.BranchCommittees.AnyAsync(committee => committee.Key == Metal, Stop)) database.Add(new BranchCommittee(Metal, "CPNE", "CPNE de la métallurgie"));
        if (certification.Branches.Count == 0) certification.OwnedBy([new OwningBranch(Idcc.Parse("3248", null), Metal)]);
        await database.SaveChangesAsync(Stop);
        return (await EntryOpening.ForAsync(database, certification.Id, FixedClock.Demonstration.GetUtcNow(), Stop)).Id;
    }

    /// <summary>An entry that was never published.</summary>
    public async Task<int> DraftAsync(string title = "Ajusteur d’essai")
    {
        var person = await TestPeople.AddAsync(Data.ConnectionString, [new Grant(Permission.WriteDrafts, Metal)]);
        await using var database = Data.CreateContext();
        var text = new EntryText { Title = title, Owners = [new OwnerRow("3248", Metal, null, null)] };
        return (await EntryOpening.CreateAsync(database, text, new Author(person.Id, person.Name, FixedClock.Demonstration.GetUtcNow()), Stop)).Id;
    }

    public async Task<T> ReadAsync<T>(Func<Database.PortalDbContext, Task<T>> read)
    {
        await using var database = Data.CreateContext();
        return await read(database);
    }

    public Task<List<AuditLine>> LinesAsync(AuditAction action) => ReadAsync(database => database.AuditLog.AsNoTracking().Where(line => line.Action == action).OrderBy(line => line.Id).ToListAsync(Stop));

    /// <summary>Opens a form and sends it with these answers and all that it hides.</summary>
    public static async Task<HttpResponseMessage> FillAsync(StaffClient staff, string address, params (string Name, string? Value)[] answers)
    {
        var page = await staff.OpenAsync(address);
        return await SendAsync(staff, address, page, answers);
    }

    public static Task<HttpResponseMessage> SendAsync(StaffClient staff, string address, IDocument page, params (string Name, string? Value)[] answers)
    {
        var form = page.QuerySelector("main form") ?? throw new InvalidOperationException($"{address} shows no form.");
        return staff.SendAsync(address, [.. form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value"))), .. answers]);
    }

    public static async Task RecordedAsync(StaffClient staff, string address, params (string Name, string? Value)[] answers)
    {
        using var answer = await FillAsync(staff, address, answers);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            var page = await StaffClient.ReadAsync(answer);
            Assert.Fail($"{address} {(int)answer.StatusCode}: {page.QuerySelector("[role=alert]")?.TextContent}");
        }
    }
}
