using System.Diagnostics;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>How often a page asks the database: what is known stays known, and no list asks once for each of its rows.</summary>
public sealed class QuestionsToTheDatabaseTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Three = "c=soudeur-chaudronnier-d-atelier&c=intervenir-en-espace-confine&c=toleur-formeur-en-aeronautique";

    /// <summary>Now and then the rules are looked at, whether they changed.</summary>
    private const int Rules = 2;

    [Theory]
    [InlineData("/", 1)]
    [InlineData("/chiffres", 1)]
    [InlineData("/certifications?q=soudeur", 5)]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier", 25 + Rules)]
    [InlineData("/mon-projet?etape=resultat&situation=job-seeker&metier=agent", 5 + Rules)]
    [InlineData("/guide", Rules)]
    [InlineData("/ma-liste?" + Three, 5)]
    public async Task A_page_asks_no_more_than_it_did(string address, int most)
    {
        await CountAsync(address);
        Assert.InRange(await CountAsync(address), 0, most);
    }

    [Fact]
    public async Task A_list_of_three_asks_no_more_than_a_list_of_one_and_each_compared_one_asks_as_much_as_another()
    {
        await CountAsync("/ma-liste?" + Three);
        Assert.Equal(await CountAsync("/ma-liste?c=soudeur-chaudronnier-d-atelier"), await CountAsync("/ma-liste?" + Three));
        var (two, three) = (await CountAsync("/comparer?" + Three[..Three.LastIndexOf('&')]), await CountAsync("/comparer?" + Three));
        var one = await CountAsync("/certifications/soudeur-chaudronnier-d-atelier");
        Assert.InRange(three - two, 1 - Rules, one + Rules);
    }

    /// <summary>Journeys to the database for one page, told by the trace that the request began.</summary>
    private async Task<int> CountAsync(string address)
    {
        var count = 0;
        using var request = new Activity("request");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == request.TraceId) Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        request.Start();
        using (await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)) { }
        request.Stop();
        return count;
    }
}
