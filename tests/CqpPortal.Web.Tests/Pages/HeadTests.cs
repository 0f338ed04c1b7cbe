using System.Buffers.Binary;
using System.Net;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>What other sites, search engines and the browser's own bars show of a page.</summary>
public sealed class HeadTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/guide", "/guide")]
    [InlineData("/en/guide", "/en/guide")]
    [InlineData("/certifications?q=soudeuse&kind=cqp", "/certifications")]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier?lire=couverture", "/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/en/cpf?code=RNCP99002&price=3000", "/en/cpf")]
    public async Task A_page_to_be_found_says_its_one_address_and_how_to_be_shown(string address, string canonical)
    {
        var page = await site.OpenAsync(address);
        var expected = new Uri(site.Client.BaseAddress!, canonical).ToString();
        Assert.Equal(expected, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        string? Told(string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
        Assert.Equal(expected, Told("og:url"));
        Assert.Equal(address.StartsWith("/en/", StringComparison.Ordinal) ? "en_GB" : "fr_FR", Told("og:locale"));
        Assert.StartsWith(Told("og:title")!, page.Title, StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Told("og:description"));
        Assert.Equal(["fr", "en", "x-default"], page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("hreflang")));
    }

    [Theory]
    [InlineData("/introuvable")]
    [InlineData("/signaler")]
    [InlineData("/connexion")]
    public async Task A_page_that_is_not_to_be_found_says_none(string address)
    {
        var page = await site.OpenAsync(address);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("link[rel=canonical], meta[property^='og:']"));
    }

    [Fact]
    public async Task The_icons_and_the_picture_for_other_sites_are_there_and_of_their_size()
    {
        var page = await site.OpenAsync("/");
        var social = await ReadAsync(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!, "image/png");
        Assert.Equal((1200, 630), Size(social));
        Assert.InRange(social.Length, 10_000, 100_000);
        var icons = page.QuerySelectorAll("link[rel~=icon], link[rel=apple-touch-icon]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, icons.Count);
        Assert.Contains("<svg", System.Text.Encoding.UTF8.GetString(await ReadAsync(icons[0], "image/svg+xml")), StringComparison.Ordinal);
        Assert.Equal([0, 0, 1, 0], (await ReadAsync(icons[1], "image/x-icon")).Take(4));
        Assert.Equal((180, 180), Size(await ReadAsync(icons[2], "image/png")));
    }

    private static (int Width, int Height) Size(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    private async Task<byte[]> ReadAsync(string address, string type)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
