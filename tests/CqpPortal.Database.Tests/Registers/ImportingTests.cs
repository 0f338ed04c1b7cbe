using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Tests that import small exports into a database of their own.</summary>
public abstract class ImportingTests(PostgresServer server) : IAsyncLifetime
{
    private protected DropSamples Samples { get; } = new();

    private protected TestDatabase Data { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Data = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        Samples.Dispose();
        await Data.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<ImportReport> ImportAsync(params string[] paths) => ImportAsync(new ImportOptions(), paths);

    protected Task<ImportReport> ImportAsync(ImportOptions options, params string[] paths) =>
        new RegisterImport(Data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync).RunAsync(paths, options, new Progress<ImportProgress>(), Stop);

    protected async Task<DropReport> TakeAsync(string path)
    {
        var drop = Assert.Single((await ImportAsync(path)).Drops);
        Assert.True(drop.Outcome == DropOutcome.Taken, drop.Message);
        return drop;
    }

    protected async Task<CombinedFiche?> FindAsync(string number)
    {
        await using var database = Data.CreateContext();
        return await RegisterFiches.FindAsync(database, RegistryNumber.Parse(number, null), Stop);
    }

    protected async Task<List<Certification>> CatalogueAsync()
    {
        await using var database = Data.CreateContext();
        return await database.Certifications.AsNoTrackingWithIdentityResolution().Include(entry => entry.Registrations).Include(entry => entry.Activities).Include(entry => entry.Assessments)
            .Include(entry => entry.Successions).ThenInclude(link => link.Successor).Include(entry => entry.Blocks).ThenInclude(block => block.Skills).OrderBy(entry => entry.Id).ToListAsync(Stop);
    }

    /// <summary>A committee's own hand: changes the only certification and cites the facts it changed.</summary>
    protected async Task WriteAsCommitteeAsync(Action<Certification> change, params CertificationFact[] facts)
    {
        await using var database = Data.CreateContext();
        var own = await database.Certifications.Include(entry => entry.Registrations).Include(entry => entry.Activities).Include(entry => entry.Assessments).Include(entry => entry.Blocks).SingleAsync(Stop);
        change(own);
        foreach (var fact in facts) own.Cite(new FactSource(fact, FactOrigin.Committee, new DateOnly(2026, 9, 1)));
        await database.SaveChangesAsync(Stop);
    }

    /// <summary>Everything that the mirror holds, to tell that nothing changed.</summary>
    protected async Task<string> StateAsync()
    {
        await using var database = Data.CreateContext();
        var rows = await database.Set<RegisterFiche>().AsNoTracking().OrderBy(row => row.Number).ThenBy(row => row.Format).ToListAsync(Stop);
        return string.Join('\n', rows.Select(row => $"{row.Number} {row.Format} {row.Title} {row.DropDate} {row.DisappearedOn} {Convert.ToHexString(row.Digest)}"));
    }
}
