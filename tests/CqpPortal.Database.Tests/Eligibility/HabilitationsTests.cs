using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class HabilitationsTests(PostgresServer server) : ImportingTests(server)
{
    private const string North = "99000001000019";
    private const string South = "99000002800011";

    private readonly PostgresServer _server = server;

    [Theory]
    [InlineData("HABILITATION_FORMER", "Actif", "03/03/2024", null, "True Actif 2024-03-03..")]
    [InlineData("HABILITATION_ORGA_FORM", "Actif", null, "04/03/2025", "True Actif 0001-01-01..")]
    [InlineData("HABILITATION_ORGANISER", "Actif", "03/03/2024", null, "False Actif 2024-03-03..")]
    [InlineData("HABILITATION_FORMER", "Supprimé", "03/03/2024", "31/08/2025", "True Supprimé 2024-03-03..2025-08-30")]
    [InlineData("HABILITATION_FORMER", "Inactif", "30/08/2025", "31/08/2025", "True Inactif 2025-08-30..2025-08-30")]
    [InlineData("HABILITATION_FORMER", "Inactif", "31/08/2025", "31/08/2025", "True Inactif never")]
    [InlineData("HABILITATION_FORMER", "Supprimé", null, "31/08/2025", "True Supprimé never")]
    [InlineData("HABILITATION_FORMER", "Supprimé", "03/03/2024", null, "True Supprimé never")]
    public async Task A_partner_of_a_fiche_is_authorised_as_its_state_and_days_say(string authorisation, string state, string? since, string? changed, string expected)
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Partners(Partner(North, authorisation, state, since, changed)))));
        Assert.Equal([expected], await WordsAsync("RNCP201", North));
        Assert.Empty((await WordsAsync("RNCP201", South))!);
    }

    [Fact]
    public async Task Partners_are_known_when_the_fiche_names_one_by_SIRET_or_says_that_there_is_none()
    {
        await TakeAsync(Samples.Xml(
            Fiche("RNCP201", "CQP Soudeur")
            + Fiche("RNCP202", "CQP Vendeur", "<EXISTENCE_PARTENAIRES>Non</EXISTENCE_PARTENAIRES>")
            + Fiche("RNCP203", "CQP Boucher", "<EXISTENCE_PARTENAIRES>Oui</EXISTENCE_PARTENAIRES>")
            + Fiche("RNCP204", "CQP Fleuriste", Partners(Partner("sans SIRET", "HABILITATION_FORMER", "Actif", null, null)))
            + Fiche("RNCP205", "CQP Docker", Partners(Partner(" 990 000 010 00019 ", "HABILITATION_FORMER", "Actif", null, null)))));
        Assert.Null(await WordsAsync("RNCP201", North));
        Assert.Empty((await WordsAsync("RNCP202", North))!);
        Assert.Null(await WordsAsync("RNCP203", North));
        Assert.Null(await WordsAsync("RNCP204", North));
        Assert.Single((await WordsAsync("RNCP205", North))!);
        Assert.Null(await WordsAsync("RNCP299", North));
    }

    [Fact]
    public async Task A_later_drop_replaces_the_partners_and_one_may_come_back_several_times()
    {
        var first = Partner(North, "HABILITATION_FORMER", "Actif", "03/03/2024", null);
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Partners(first))));
        var removed = Partner(North, "HABILITATION_FORMER", "Supprimé", "03/03/2024", "01/09/2025");
        var again = Partner(North, "HABILITATION_ORGA_FORM", "Actif", "05/01/2026", null);
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Partners(again + removed + Partner(South, "HABILITATION_FORMER", "Actif", null, null))), "export_fiches_RNCP_V4_1_2026-09-16.xml"));
        Assert.Equal(["True Supprimé 2024-03-03..2025-08-31", "True Actif 2026-01-05.."], await WordsAsync("RNCP201", North));
        Assert.Single((await WordsAsync("RNCP201", South))!);
    }

    [Fact]
    public async Task What_an_older_portal_imported_is_read_when_a_newer_one_opens_the_database()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Partners(Partner(North, "HABILITATION_FORMER", "Actif", null, null)))));
        await using var database = Data.CreateContext();
        await database.Database.ExecuteSqlRawAsync(
            "delete from habilitations; update registrations set partners_known = false; delete from reference_versions where file_name = 'habilitations'", Stop);
        Assert.Null(await WordsAsync("RNCP201", North));
        await Habilitations.RewriteAsync(database, Stop);
        Assert.Single((await WordsAsync("RNCP201", North))!);
    }

    [Fact]
    public async Task Many_providers_are_looked_up_together()
    {
        await using var data = await _server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        (RegistryNumber, string) Pair(string number, string siret) => (RegistryNumber.Parse(number, null), siret);
        var held = await Habilitations.ReadManyAsync(database, [Pair("RNCP99001", North), Pair("RNCP99002", North), Pair("RNCP99002", South), Pair("RNCP9003", South)], Stop);
        Assert.Equal(3, held.Count);
        Assert.Equal(["True Actif 2021-09-01.."], held[Pair("RNCP99001", North)].Select(Words));
        Assert.Empty(held[Pair("RNCP99002", North)]);
        Assert.Equal(["True Actif 2026-07-01.."], held[Pair("RNCP99002", South)].Select(Words));
    }

    [Theory]
    [InlineData("RNCP99001", North, "True Actif 2021-09-01..")]
    [InlineData("RNCP99002", North, null)]
    [InlineData("RNCP99001", South, "True Actif 2021-07-15..")]
    [InlineData("RNCP99002", South, "True Actif 2026-07-01..")]
    [InlineData("RNCP99001", "99000003600014", "True Supprimé 2022-01-10..2025-08-30")]
    [InlineData("RNCP99001", "99000004400018", "False Actif 2021-09-01..")]
    public async Task The_demonstration_has_a_provider_of_each_sort(string number, string siret, string? expected)
    {
        await using var data = await _server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        Assert.Equal(expected is null ? [] : [expected], (await Habilitations.ReadAsync(database, RegistryNumber.Parse(number, null), siret, Stop))!.Select(Words));
        Assert.Null(await Habilitations.ReadAsync(database, RegistryNumber.Parse("RNCP9003", null), siret, Stop));
    }

    private async Task<IEnumerable<string>?> WordsAsync(string number, string siret)
    {
        await using var database = Data.CreateContext();
        return (await Habilitations.ReadAsync(database, RegistryNumber.Parse(number, null), siret, Stop))?.Select(Words);
    }

    private static string Words(Habilitation held) =>
        $"{held.MayTrain} {held.State} {(held.Period is { } period ? $"{period.From:yyyy-MM-dd}..{period.Until:yyyy-MM-dd}" : "never")}";

    private static string Partners(string partners) => $"<PARTENAIRES>{partners}</PARTENAIRES>";

    private static string Partner(string siret, string authorisation, string state, string? since, string? changed) =>
        $"<PARTENAIRE><NOM_PARTENAIRE>Atelier</NOM_PARTENAIRE><SIRET_PARTENAIRE>{siret}</SIRET_PARTENAIRE><HABILITATION_PARTENAIRE>{authorisation}</HABILITATION_PARTENAIRE><ETAT_HABILITATION>{state}</ETAT_HABILITATION>"
        + $"{(since is null ? "" : $"<DATE_ACTIF>{since}</DATE_ACTIF>")}{(changed is null ? "" : $"<DATE_DERNIERE_MODIFICATION_ETAT>{changed}</DATE_DERNIERE_MODIFICATION_ETAT>")}</PARTENAIRE>";
}
