using System.Xml.Linq;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Real exports of France compétences, where there are some at hand. <see cref="WholeFicheTests"/> proves the same on a fiche written for it.</summary>
public sealed class RealExportTests(PostgresServer server)
{
    private const string Variable = "CQP_REGISTERS";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_fiche_of_the_real_fluxes_loads_and_nothing_of_it_is_lost()
    {
        var fluxes = Exports("export_fiches_*_V4_1_*.xml");
        await using var data = await server.CreateDatabaseAsync();
        var report = await ImportAsync(data, fluxes);
        Assert.Equal(0, report.ExitCode);
        Assert.All(report.Drops, drop => Assert.Empty(drop.UnknownElements));
        await using var database = data.CreateContext();
        foreach (var path in fluxes)
        {
            foreach (var fiche in XDocument.Load(path).Root!.Elements("FICHE"))
            {
                var stored = await RegisterFiches.FindAsync(database, RegistryNumber.Parse(fiche.Element("NUMERO_FICHE")!.Value, null), Stop);
                Assert.NotNull(stored);
                Assert.Equal(fiche.Elements("BLOCS_COMPETENCES").Elements("BLOC_COMPETENCES").Count(), stored.Fiche.Blocks.Count);
                Assert.Equal(fiche.Elements("PARTENAIRES").Elements("PARTENAIRE").Count(), stored.Fiche.Partners.Count);
                Assert.Equal(fiche.Elements("CERTIFICATEURS").Elements("CERTIFICATEUR").Count(), stored.Fiche.Certifiers.Count);
                Assert.Equal(fiche.Elements().Count(element => element.Name.LocalName.StartsWith("SI_JURY_", StringComparison.Ordinal)), stored.Fiche.Routes.Count);
                Assert.NotNull(stored.Fiche.Dates.EndsOn);
                WholeFicheTests.AssertNothingIsLost(fiche);
            }
        }
    }

    [Fact]
    public async Task The_real_CSV_shows_the_move_of_a_CQP_from_the_RNCP_to_the_RS_as_one_certification()
    {
        var tables = Exports("export-fiches-csv-*.zip");
        await using var data = await server.CreateDatabaseAsync();
        Assert.Equal(0, (await ImportAsync(data, tables)).ExitCode);
        await using var database = data.CreateContext();
        var tourier = RegistryNumber.Parse("RS6117", null);
        var certification = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations)
            .SingleAsync(entry => entry.Registrations.Any(registration => registration.Number == tourier), Stop);
        Assert.Contains("RNCP19468", certification.Registrations.Select(registration => registration.Number.ToString()));
    }

    private static List<string> Exports(string pattern)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(folder is null, $"No real exports at hand: {Variable}=FOLDER of files of data.gouv.fr runs this test on them.");
        Assert.True(Directory.Exists(folder), $"{Variable} names {folder}, which is no folder.");
        var files = Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).ToList();
        Assert.SkipWhen(files.Count == 0, $"No {pattern} under {folder} ({Variable}).");
        return files;
    }

    private static Task<ImportReport> ImportAsync(TestDatabase data, IReadOnlyList<string> paths) =>
        new RegisterImport(data.ConnectionString, TimeProvider.System, CataloguePromotion.RunAsync).RunAsync(paths, new ImportOptions(), new Progress<ImportProgress>(), Stop);
}
