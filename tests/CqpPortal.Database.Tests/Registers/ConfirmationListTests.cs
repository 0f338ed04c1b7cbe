using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>The list "to be confirmed" and a person's word on it.</summary>
public sealed class ConfirmationListTests(PostgresServer server) : ImportingTests(server)
{
    private const string Perhaps = "<OBJECTIFS_CONTEXTE>Passerelle avec un CQP.</OBJECTIFS_CONTEXTE>";

    private async Task<List<string>> WaitingAsync()
    {
        await using var database = Data.CreateContext();
        return [.. (await ConfirmationList.ReadAsync(database, Stop)).Select(candidate => candidate.Number.ToString())];
    }

    private async Task<(IReadOnlyList<RegistryNumber> Unknown, PromotionReport Promotion)> SayAsync(bool isCqp, params string[] numbers)
    {
        await using var database = Data.CreateContext();
        return await ConfirmationList.SayAsync(database, [.. numbers.Select(number => RegistryNumber.Parse(number, null))], isCqp, Stop);
    }

    [Fact]
    public async Task A_confirmed_fiche_enters_the_catalogue_at_once_and_a_dismissed_one_leaves_the_list_for_good()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "Ouvrier", Perhaps) + Fiche("RNCP202", "Employé", Perhaps)));
        Assert.Equal(["RNCP201", "RNCP202"], (await WaitingAsync()).Order());
        Assert.Equal("RNCP201", Assert.Single((await SayAsync(true, "RNCP201")).Promotion.Promoted).Number);
        Assert.Equal("Ouvrier", Assert.Single(await CatalogueAsync()).Title);
        await SayAsync(false, "RNCP202");
        Assert.Empty(await WaitingAsync());
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "Ouvrier", Perhaps) + Fiche("RNCP202", "Employé de bureau", Perhaps), "export_fiches_RNCP_V4_1_2026-08-17.xml"));
        Assert.Empty(await WaitingAsync());
        Assert.Single(await CatalogueAsync());
    }

    [Fact]
    public async Task A_number_that_does_not_wait_is_told_and_changes_nothing()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "Manager")));
        var (unknown, promotion) = await SayAsync(true, "RNCP201", "RNCP999");
        Assert.Equal(2, unknown.Count);
        Assert.Empty(promotion.Promoted);
        Assert.Empty(await CatalogueAsync());
    }

    [Fact]
    public async Task A_doubt_that_the_fiche_no_longer_raises_leaves_the_list()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "Ouvrier", Perhaps)));
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "Ouvrier"), "export_fiches_RNCP_V4_1_2026-08-17.xml"));
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_CQPI_of_one_known_branch_still_waits_when_a_person_has_confirmed_it()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Agent logistique (CQPI)")));
        var (_, promotion) = await SayAsync(true, "RNCP201");
        Assert.Contains("deux branches", Assert.Single(promotion.ToConfirm).Evidence, StringComparison.Ordinal);
        Assert.Equal(["RNCP201"], await WaitingAsync());
    }

    [Fact]
    public async Task A_number_that_a_demonstration_bears_waits_rather_than_stops_the_import()
    {
        await PortalDatabase.PrepareAsync(Data.ConnectionString, demoData: true, Stop);
        var drop = await TakeAsync(Samples.Xml(Fiche("RNCP9003", "CQP Soudeur") + Fiche("RNCP202", "CQP Tourneur")));
        Assert.Equal("RNCP202", Assert.Single(drop.Promotion.Promoted).Number);
        Assert.Contains("démonstration", Assert.Single(drop.Promotion.ToConfirm).Evidence, StringComparison.Ordinal);
    }
}
