using CqpPortal.Database.ReferenceData;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.ReferenceData;

public sealed class ReferenceDataTests(PostgresServer server)
{
    public static TheoryData<string> Files =>
        ["branches.csv", "brochures.csv", "branch_certifiers.csv", "committees.csv", "formacodes.csv", "job_names.csv", "levels.csv", "nsf.csv", "opcos.csv", "rome.csv", "synonyms.csv"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_names_its_source_and_has_rows(string file)
    {
        var read = ReferenceFile.Read(file);
        Assert.Matches(@"\d{4}", read.Source);
        Assert.NotEmpty(read.Rows);
        // What a wrong decoding of accents leaves.
        Assert.DoesNotContain(read.Rows, row => row.Values.Any(value => value.Contains("Ã©", StringComparison.Ordinal) || value.Contains('\uFFFD', StringComparison.Ordinal)));
    }

    [Fact]
    public void Brochures_lead_to_branches_that_exist()
    {
        var branches = ReferenceFile.Read("branches.csv").Rows.Select(row => row["idcc"]).ToHashSet();
        Assert.All(ReferenceFile.Read("brochures.csv").Rows, row => Assert.Subset(branches, row["idcc"].Split(' ').ToHashSet()));
    }

    [Fact]
    public async Task Loading_again_changes_nothing()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        Assert.True(await database.Branches.CountAsync(TestContext.Current.CancellationToken) > 500);
        Assert.False(await ReferenceDataLoader.LoadAsync(database, TestContext.Current.CancellationToken));
    }
}
