using CqpPortal.Database.Demonstration;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Demonstration;

public sealed class DemonstrationDataTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_complete_certifications_once()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        Assert.Equal(0, await DemonstrationData.LoadAsync(database, Stop));
        var all = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations).Include(entry => entry.Activities)
            .Include(entry => entry.Assessments).Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ToListAsync(Stop);
        Assert.True(all.Count >= 60, $"There are {all.Count} demonstration certifications.");
        Assert.All(all, entry =>
        {
            Assert.True(entry.IsDemonstration);
            Assert.NotEmpty(entry.Activities);
            Assert.NotEmpty(entry.Assessments);
            Assert.NotEmpty(entry.Blocks.SelectMany(block => block.Skills));
            Assert.NotEmpty(entry.TargetJobs);
        });

        var today = FixedClock.Demonstration.Day;
        Assert.Equal(Enum.GetValues<RecognitionStatus>().Order(), all.Select(entry => entry.RecognitionOn(today).Status).Distinct().Order());
        Assert.Superset(new HashSet<int> { 2, 5 }, all.Where(entry => entry.Kind == CertificationKind.Cqpi).Select(entry => entry.Branches.Count).ToHashSet());
    }

    [Fact]
    public async Task Each_one_is_complete_and_its_three_frameworks_are_linked()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        foreach (var entry in await AllAsync(data))
        {
            var skills = entry.Blocks.SelectMany(block => block.Skills).ToList();
            Assert.True(skills.Count >= 4 && entry.Activities.Count >= 2 && entry.Assessments.Count >= 2, $"{entry.Slug} is thin.");
            Assert.All(skills, skill => Assert.NotEmpty(skill.Activities));
            Assert.Equal(entry.Activities.Count, skills.SelectMany(skill => skill.Activities).Distinct().Count());
            Assert.Equal(entry.Assessments.Count, skills.SelectMany(skill => skill.Assessments).Distinct().Count());
            Assert.All(entry.Assessments, test => Assert.False(string.IsNullOrEmpty(test.Method) || test.Criteria.Count == 0, $"{entry.Slug}: {test.Title}"));
            Assert.Contains(skills, skill => skill.IsTransversal);
            Assert.Contains(skills, skill => skill.Knowledge.Count > 0);
            string?[] texts = [entry.WorkSituations, entry.Texts.Purpose, entry.Texts.Sectors, entry.Texts.EntryPrerequisites ?? entry.Texts.ValidationPrerequisites, entry.Texts.PartialValidation];
            Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text), $"{entry.Slug} lacks a text."));
            Assert.Equal(Enum.GetValues<AccessRouteCode>().Length, entry.Routes.Count);
            Assert.All(entry.Routes.Where(route => route.IsOpen), route => Assert.NotNull(route.Jury));
            Assert.Equal(Enum.GetValues<Classification>(), entry.Codes.Select(code => code.Classification).Distinct().Order());
            Assert.All(entry.Branches, owner => Assert.NotNull(owner.Committee));
            Assert.Equal(Enum.GetValues<CertificationFact>().Length, entry.Sources.Count);
        }
    }

    [Fact]
    public async Task A_skill_without_a_test_is_rare_and_there_to_be_seen()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        var skills = (await AllAsync(data)).SelectMany(entry => entry.Blocks).SelectMany(block => block.Skills).ToList();
        Assert.InRange(skills.Count(skill => skill.Assessments.Count == 0), 1, 10);
    }

    /// <summary>The dates are those of the calendar, not of the day of the loading: the demonstration still shows everything two years on.</summary>
    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2027-11-24")]
    [InlineData("2028-11-24")]
    public async Task Every_recognition_and_an_end_within_a_year_are_shown_on(string on)
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        var day = DateOnly.Parse(on, null);
        var all = (await AllAsync(data)).Select(entry => entry.RecognitionOn(day)).ToList();
        Assert.Equal(Enum.GetValues<RecognitionStatus>().Order(), all.Select(recognition => recognition.Status).Distinct().Order());
        Assert.Contains(all, recognition => recognition is { Status: RecognitionStatus.Rncp, Level: not null });
        Assert.Contains(all, recognition => recognition.IsRegistered && recognition.Registration!.LastDay < day.AddMonths(12));
    }

    [Fact]
    public async Task Every_history_that_the_portal_tells_has_its_certification()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        var all = await AllAsync(data);
        Certification The(string number) => all.Single(entry => entry.Registrations.Any(registration => registration.Number.ToString() == number));
        var today = FixedClock.Demonstration.Day;

        Assert.Equal(new DateOnly(2025, 9, 1), The("RNCP99010").Registrations.Single().WithdrawnOn);
        Assert.Equal([new DateOnly(2025, 3, 31), new DateOnly(2030, 8, 31)], The("RNCP99011").Registrations.Select(registration => registration.EndsOn).Order());
        Assert.Equal(new DateOnly(2025, 9, 1), The("RNCP99012").Registrations.Max(registration => registration.EffectiveOn));
        Assert.Equal((new DateOnly(2026, 6, 30), 0), (The("RNCP99013").Registrations.Single().EndsOn, The("RNCP99013").Successions.Count));
        Assert.Equal((new DateOnly(2025, 5, 1), RecognitionStatus.Rncp), (The("RNCP99014").SuppressedOn!.Value, The("RNCP99014").RecognitionOn(new DateOnly(2025, 6, 1)).Status));
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 5)), (The("RNCP99015").Registrations.Single().DecidedOn!.Value, The("RNCP99015").Registrations.Single().PublishedOn!.Value));
        Assert.NotNull(The("RNCP99016").RecognitionOn(today).Suspended);

        Assert.Contains(all, entry => entry.Registrations.OrderBy(registration => registration.EndsOn).Select(registration => registration.Number.Register).Distinct().SequenceEqual([Register.Rncp, Register.Rs]));
        Assert.Equal(Enum.GetValues<SuccessionKind>().Except([SuccessionKind.Renewal]), all.SelectMany(entry => entry.Successions).Select(link => link.Kind).Distinct().Order());
        Assert.Equal([2, 3, 4, 5], all.Where(entry => entry.Kind == CertificationKind.Cqpi).Select(entry => entry.Branches.Count).Distinct().Order());
        Assert.True(all.SelectMany(entry => entry.Branches).Select(owner => owner.Branch).Distinct().Count() >= 30);
    }

    [Theory]
    [InlineData("RNCP99001", "2021-06-30", "2021-07-01", "2026-06-30", 4)]
    [InlineData("RNCP99002", "2026-06-30", "2026-07-01", "2031-06-30", 4)]
    [InlineData("RS99001", null, "2024-01-15", "2027-01-14", null)]
    [InlineData("RNCP9003", null, "2016-01-01", "2020-12-31", null)]
    public async Task The_textbook_registrations_have_their_dates(string number, string? decided, string from, string until, int? level)
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var wanted = RegistryNumber.Parse(number, null);
        var registration = await database.Registrations.AsNoTracking().SingleAsync(entry => entry.Number == wanted, Stop);
        if (decided is not null) Assert.Equal(DateOnly.Parse(decided, null), registration.DecidedOn);
        Assert.Equal(DateOnly.Parse(from, null), registration.PublishedOn);
        Assert.Equal(DateOnly.Parse(until, null), registration.EndsOn);
        Assert.Equal(level, registration.Level?.Value);
    }

    [Fact]
    public async Task The_renewal_of_the_textbook_CQP_is_the_same_certification_with_three_blocks_and_an_open_VAE()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var b = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations).SingleAsync(entry => entry.LocalCode == "DEMO-B", Stop);
        Assert.Equal(["RNCP99001", "RNCP99002"], b.Registrations.Select(registration => registration.Number.ToString()).Order());
        Assert.Equal(["RNCP99001BC01", "RNCP99001BC02", "RNCP99001BC03"],
            b.Registrations.Single(registration => registration.Number.Digits == 99001).Blocks.Select(block => block.Code).Order());
        Assert.True(b.Routes.Single(route => route.Code == AccessRouteCode.PriorExperience).IsOpen);
    }

    [Fact]
    public async Task The_transmitted_CQP_stood_on_the_list_of_its_CPNE_and_the_CQPI_has_its_two_branches()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var a = await database.Certifications.AsNoTracking().SingleAsync(entry => entry.LocalCode == "DEMO-A", Stop);
        Assert.Equal((new DateOnly(2015, 1, 1), new DateOnly(2018, 12, 31)), (a.CpfListings.Single().ListedFrom, a.CpfListings.Single().ListedUntil));
        Assert.Equal("3216", a.Branches.Single().Branch.ToString());
        Assert.Equal(2012, a.CreatedOn!.Value.Year);
        Assert.Equal(
            [(TransmissionAuthority.Cncp, new DateOnly(2012, 7, 2)), (TransmissionAuthority.FranceCompetences, new DateOnly(2019, 2, 1)), (TransmissionAuthority.CaisseDesDepots, new DateOnly(2019, 2, 1))],
            a.Transmissions.Select(sent => (sent.Authority, sent.SentOn)).Order());
        var i = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations).SingleAsync(entry => entry.LocalCode == "DEMO-I", Stop);
        Assert.All(i.Transmissions, sent => Assert.Equal(new DateOnly(2020, 1, 15), sent.SentOn));
        Assert.Empty(i.Registrations);
        Assert.Equal(["0044", "1938"], i.Branches.Select(owner => owner.Branch.ToString()).Order());
    }

    private static async Task<List<Certification>> AllAsync(TestDatabase data)
    {
        await using var database = data.CreateContext();
        return await database.Certifications.AsNoTrackingWithIdentityResolution().Include(entry => entry.Registrations).Include(entry => entry.Activities).Include(entry => entry.Assessments)
            .Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Activities)
            .Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Assessments).ToListAsync(Stop);
    }
}
