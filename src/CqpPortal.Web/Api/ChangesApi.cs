using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.OpenData;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>What changed in the catalogue, in order and without a gap.</summary>
internal static class ChangesApi
{
    private static readonly QueryParameter Since = new("since", "The number after which to go on; 0, or left out, from the first.");

    extension(RouteGroupBuilder api)
    {
        public void MapChanges() => api.MapRead("/changes", ListAsync).Produces<ChangeList>().ProducesProblem(400).Takes(Since, ReadParameters.Limit)
            .Describe("Changes", "listChanges", "What changed in the catalogue",
                $"Numbered in the order in which it became public, without a gap. Keep the last number that you have read and ask again with since. A certification is expiring {ChangeFeed.DaysBeforeEnd} days before its last registration ends.");
    }

    private static async Task ListAsync(HttpContext context, PortalDbContext database)
    {
        var read = new ReadParameters(context.Request.Query);
        var (since, most) = (read.Number(Since.Name, 0, 0, long.MaxValue), read.Most());
        if (read.Refused() is { } refused)
        {
            await Problems.WriteAsync(context, refused, Languages.Of(context.Request));
            return;
        }
        var page = await ChangeFeed.AfterAsync(database, since, most + 1, context.RequestAborted);
        PageLinks.AddNext(context, Since.Name, page.Count > most ? page[most - 1].Number.ToString(CultureInfo.InvariantCulture) : null);
        await JsonAnswer.WriteAsync(context, new ChangeList([.. page.Take(most)], page.Count == 0 ? since : page[Math.Min(page.Count, most) - 1].Number));
    }
}

/// <param name="Last">Number of the last that was given: what comes after it, next time.</param>
internal sealed record ChangeList(IReadOnlyList<PublishedChange> Items, long Last);
