using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.OpenData;

/// <summary>What is published as data is the certification itself, field by field.</summary>
public sealed class PublicDocumentTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Strict = new(PublicJson.Writing) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private TestDatabase _data = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _data = await server.CreateDatabaseAsync(demonstration: true);

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    [Fact]
    public async Task Every_document_says_what_its_certification_says_and_nothing_else()
    {
        await using var database = _data.CreateContext();
        var documents = await database.Set<PublicDocument>().AsNoTracking().ToDictionaryAsync(row => row.CertificationId, Stop);
        var slugs = await database.Certifications.Select(one => one.Slug).ToListAsync(Stop);
        Assert.Equal(slugs.Count, documents.Count);
        foreach (var slug in slugs)
        {
            var known = (await CertificationPage.FindAsync(database, slug, Stop))!;
            var said = JsonSerializer.Deserialize<PublicCertification>(documents[known.Certification.Id].Document, Strict)!;
            AssertSame(known, said);
        }
    }

    private static void AssertSame(CertificationPage page, PublicCertification said)
    {
        var known = page.Certification;
        Assert.Equal((known.Slug, known.Title, known.Kind, known.LocalCode, known.IsDemonstration), (said.Id, said.Title, said.Kind, said.LocalCode, said.IsDemonstration));
        Assert.Equal((known.CreatedOn, known.SuppressedOn, known.SuppressionReason, known.WorkSituations), (said.CreatedOn, said.SuppressedOn, said.SuppressionReason, said.WorkSituations));
        Assert.Equal(known.Texts, new CertificationTexts
        {
            Purpose = said.Purpose,
            Sectors = said.Sectors,
            RegulatedActivity = said.RegulatedActivity,
            EntryPrerequisites = said.EntryPrerequisites,
            ValidationPrerequisites = said.ValidationPrerequisites,
            PartialValidation = said.PartialValidation,
            InformationPage = said.InformationPage,
        });
        Assert.Equal(page.Version?.Number, said.Version?.Number);
        Assert.Equal(known.TargetJobs, said.TargetJobs);
        Assert.Equal(
            page.Owners.Select(owner => (owner.Branch.Branch.ToString(), owner.BranchName, owner.Opco, owner.Committee?.Key, owner.Committee?.Email, owner.Branch.JoinedOn, owner.Branch.LeftOn)).Order(),
            said.Branches.Select(owner => (owner.Idcc, owner.Name, owner.Opco, owner.Committee?.Key, owner.Committee?.Email, owner.JoinedOn, owner.LeftOn)));
        Assert.Equal(known.Decisions.Select(decision => (decision.DecidedOn, decision.Kind.ToString(), decision.Committee)).Order(), said.Decisions.Select(decision => (decision.DecidedOn, decision.Kind.ToString(), decision.Committee)).Order());
        Assert.Equal(known.Transmissions.Select(sent => (sent.SentOn, sent.Authority)).Order(), said.Transmissions.Select(sent => (sent.SentOn, sent.Authority)).Order());
        Assert.Equal(
            known.Registrations.OrderByDescending(row => row.EndsOn).ThenBy(row => row.Number.ToString(), StringComparer.Ordinal)
                .Select(row => (row.Number.ToString(), row.Number.Register, row.Level?.Value, row.DecidedOn, row.PublishedOn, row.EffectOn, row.EndsOn)),
            said.Registrations.Select(row => (row.Number, row.Register, row.Level, row.DecidedOn, row.PublishedOn, row.EffectOn, row.EndsOn)));
        foreach (var (mine, told) in said.Registrations.Select(row => (known.Registrations.Single(one => one.Number.ToString() == row.Number), row)))
        {
            Assert.Equal((mine.DeliveryDeadline, mine.WithdrawnOn), (told.DeliveryDeadline, told.WithdrawnOn));
            Assert.Equal(mine.Suspensions.Select(period => (period.From, period.Until)), told.Suspensions.Select(period => (period.From, period.Until)));
            Assert.Equal(mine.Blocks.Select(block => (block.Code, block.Title)).Order(), told.Blocks.Select(block => (block.Code, block.Title)).Order());
        }
        Assert.Equal(
            known.CpfListings.Select(row => (row.ListedFrom, row.Scope.ToString(), row.Branch?.ToString(), row.Region, row.ListedUntil)).Order(),
            said.CpfListings.Select(row => (row.ListedFrom, row.Scope.ToString(), row.Branch, row.Region, row.ListedUntil)).Order());
        Assert.Equal(known.Routes.Select(route => (route.Code, route.IsOpen, route.Jury)).Order(), said.Routes.Select(route => (route.Code, route.IsOpen, route.Jury)).Order());
        Assert.Equal(page.Codes.Select(code => (code.Code.Classification, code.Code.Code, code.Label)).Order(), said.Classifications.Select(code => (code.Classification, code.Code, code.Label)).Order());
        var frameworks = page.Frameworks;
        Assert.Equal(frameworks.Activities.Select(activity => ($"A{activity.Position}", activity.Title, activity.Description)), said.Activities.Select(activity => (activity.Key, activity.Title, activity.Description)));
        Assert.Equal(frameworks.Assessments.Select(test => ($"E{test.Position}", test.Title, test.Method, test.Threshold, string.Join('|', test.Criteria))),
            said.Assessments.Select(test => (test.Key, test.Title, test.Method, test.Threshold, string.Join('|', test.Criteria))));
        Assert.Equal(frameworks.Blocks.Select(block => ($"B{block.Position}", block.Code, block.Title)), said.Blocks.Select(block => (block.Key, block.Code, block.Title)));
        Assert.Equal(
            frameworks.Blocks.SelectMany(block => block.Skills).Select(skill => (skill.Title, skill.IsTransversal, string.Join('|', skill.Knowledge),
                string.Join(',', skill.Activities.OrderBy(one => one.Position).Select(one => $"A{one.Position}")), string.Join(',', skill.Assessments.OrderBy(one => one.Position).Select(one => $"E{one.Position}")))),
            said.Blocks.SelectMany(block => block.Skills).Select(skill => (skill.Title, skill.IsTransversal, string.Join('|', skill.Knowledge), string.Join(',', skill.Activities), string.Join(',', skill.Assessments))));
        Assert.Equal(known.Statistics.Select(year => new PublicYear(year.Year, year.Certified, year.CertifiedByVae, year.InsertionRateAtSixMonths, year.InsertionRateInJobAtTwoYears)).OrderBy(year => year.Year), said.Statistics);
        Assert.Equal(page.Successors.Select(link => (link.Kind, link.Slug, link.Number?.ToString(), link.Title, link.Since)).Order(), said.ReplacedBy.Select(link => (link.Kind, link.Id, link.Number, link.Title, link.Since)).Order());
        Assert.Equal(known.Sources.Select(source => (source.Fact, source.Origin, source.AsOf, source.Reference)).Order(), said.Sources.Select(source => (source.Fact, source.Origin, source.AsOf, source.Reference)).Order());
    }
}
