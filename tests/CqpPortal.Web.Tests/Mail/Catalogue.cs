using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

/// <summary>Certifications of a committee of the test.</summary>
internal static class Catalogue
{
    public static async Task AddAsync(TestDatabase data, string slug, string title, string committee, params Registration[] registrations)
    {
        await using var database = data.CreateContext();
        var stop = TestContext.Current.CancellationToken;
        if (!await database.BranchCommittees.AnyAsync(known => known.Key == committee, stop)) database.Add(new BranchCommittee(committee, "CPNE", "Commission d’essai"));
        var branch = await database.Branches.AsNoTracking().OrderBy(branch => branch.Idcc).Select(branch => branch.Idcc).FirstAsync(stop);
        var certification = new Certification(CertificationKind.Cqp, slug, title, [new OwningBranch(branch, committee)]);
        foreach (var registration in registrations) certification.Register(registration);
        database.Add(certification);
        await database.SaveChangesAsync(stop);
    }
}
