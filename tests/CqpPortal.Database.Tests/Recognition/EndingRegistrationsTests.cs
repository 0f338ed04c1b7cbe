using CqpPortal.Database.Recognition;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Recognition;

public sealed class EndingRegistrationsTests(PostgresServer server)
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finds_what_ends_in_the_committees_asked_about_the_next_first()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        database.AddRange(new BranchCommittee("une", "CPNE", "Une"), new BranchCommittee("deux", "CPNE", "Deux"));
        var branches = await database.Branches.AsNoTracking().OrderBy(branch => branch.Idcc).Select(branch => branch.Idcc).Take(2).ToListAsync(Stop);
        Certification Of(string slug, params OwningBranch[] owners) => new(CertificationKind.Cqp, slug, slug, owners);
        var later = Of("plus-tard", new OwningBranch(branches[0], "une"));
        later.Register(Ending("RNCP1", Today.AddYears(1)));
        var shared = Of("partagee", new OwningBranch(branches[0], "une"), new OwningBranch(branches[1], "deux"));
        shared.Register(Ending("RNCP2", Today.AddDays(40)));
        var renewed = Of("renouvelee", new OwningBranch(branches[0], "une"));
        renewed.Register(Ending("RNCP3", Today.AddDays(20)));
        renewed.Register(new Registration(Number("RNCP4"), null, new RegistrationDates(Today.AddYears(4)) { EffectOn = Today.AddDays(21) }));
        var left = Of("quittee", new OwningBranch(branches[0], "une", leftOn: Today.AddDays(-1)));
        left.Register(Ending("RNCP5", Today.AddDays(20)));
        var abolished = Of("supprimee", new OwningBranch(branches[0], "une"));
        abolished.Register(Ending("RNCP6", Today.AddDays(20)));
        abolished.Suppress(Today.AddDays(-100));
        var ended = Of("finie", new OwningBranch(branches[0], "une"));
        ended.Register(Ending("RNCP7", Today.AddDays(-1)));
        var elsewhere = Of("ailleurs", new OwningBranch(branches[1], "deux"));
        elsewhere.Register(Ending("RNCP8", Today.AddDays(10)));
        database.AddRange(later, shared, renewed, left, abolished, ended, elsewhere);
        await database.SaveChangesAsync(Stop);

        var found = await EndingRegistrations.FindAsync(database, ["une"], Today, Stop);
        Assert.Equal(["partagee RNCP2", "plus-tard RNCP1", "renouvelee RNCP4"], found.Select(ending => $"{ending.Slug} {ending.Ladder.Registration.Number}"));
        Assert.Equal([3, 12, null], found.Select(ending => ending.Ladder.StepOn(Today)?.Months));
        Assert.Equal(["deux", "une"], (await EndingRegistrations.FindAsync(database, ["une", "deux"], Today, Stop)).Single(ending => ending.Slug == "partagee").Committees);
        Assert.Empty(await EndingRegistrations.FindAsync(database, [], Today, Stop));
        Assert.Empty(await EndingRegistrations.FindAsync(database, ["inconnue"], Today, Stop));
    }

    private static Registration Ending(string number, DateOnly end) => new(Number(number), null, new RegistrationDates(end) { EffectOn = end.AddYears(-4) });

    private static RegistryNumber Number(string text) => RegistryNumber.Parse(text, null);
}
