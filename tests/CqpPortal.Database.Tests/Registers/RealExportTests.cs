using System.Text.RegularExpressions;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Real exports of France compétences, where a folder of them is given by <c>CQP_REGISTERS</c>.</summary>
public sealed partial class RealExportTests(PostgresServer server)
{
    [Fact]
    public async Task Every_fiche_of_the_real_exports_loads_and_nothing_of_it_is_unknown()
    {
        var folder = Environment.GetEnvironmentVariable("CQP_REGISTERS");
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), "CQP_REGISTERS names no folder of real exports.");
        var paths = Directory.GetFiles(folder, "export_fiches_*_V4_1_*.xml", SearchOption.AllDirectories).Concat(Directory.GetFiles(folder, "export-fiches-csv-*.zip", SearchOption.AllDirectories)).ToList();
        await using var data = await server.CreateDatabaseAsync();
        var report = await new RegisterImport(data.ConnectionString, TimeProvider.System, CataloguePromotion.RunAsync)
            .RunAsync(paths, new ImportOptions(), new Progress<ImportProgress>(), TestContext.Current.CancellationToken);
        Assert.Equal(0, report.ExitCode);
        Assert.All(report.Drops, drop => Assert.Empty(drop.UnknownElements));
        await using var database = data.CreateContext();
        foreach (var path in paths.Where(path => path.EndsWith(".xml", StringComparison.Ordinal)))
        {
            foreach (Match fiche in FicheOfXml().Matches(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)))
            {
                var stored = await RegisterFiches.FindAsync(database, RegistryNumber.Parse(fiche.Groups[1].Value, null), TestContext.Current.CancellationToken);
                Assert.NotNull(stored);
                Assert.Equal(Count(fiche.Value, "<BLOC_COMPETENCES>\\s*<CODE>[^<]*</CODE>\\s*<LIBELLE>"), stored.Fiche.Blocks.Count);
                Assert.Equal(Count(fiche.Value, "<PARTENAIRE>"), stored.Fiche.Partners.Count);
                Assert.Equal(Count(fiche.Value, "<SI_JURY_"), stored.Fiche.Routes.Count);
                Assert.Equal(Count(fiche.Value, "<CERTIFICATEUR>"), stored.Fiche.Certifiers.Count);
                Assert.NotNull(stored.Fiche.Dates.EndsOn);
            }
        }
        if (paths.Exists(path => path.EndsWith(".zip", StringComparison.Ordinal)))
        {
            var tourier = RegistryNumber.Parse("RS6117", null);
            var certification = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations)
                .SingleAsync(entry => entry.Registrations.Any(registration => registration.Number == tourier), TestContext.Current.CancellationToken);
            Assert.Contains("RNCP19468", certification.Registrations.Select(registration => registration.Number.ToString()));
        }
    }

    private static int Count(string text, string pattern) => Regex.Count(text, pattern);

    [GeneratedRegex(@"<FICHE>.*?<NUMERO_FICHE>([^<]+)</NUMERO_FICHE>.*?</FICHE>", RegexOptions.Singleline)]
    private static partial Regex FicheOfXml();
}
