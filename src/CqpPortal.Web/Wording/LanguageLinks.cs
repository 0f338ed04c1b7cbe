namespace CqpPortal.Web.Wording;

/// <summary>The same page in each language.</summary>
/// <param name="Here">The address without the prefix of a language, for the switch that stays on the page.</param>
/// <param name="French">The whole address in French, for search engines.</param>
/// <param name="English">The whole address in English.</param>
internal sealed record LanguageLinks(string Here, string French, string English)
{
    public static LanguageLinks Of(HttpRequest request)
    {
        var here = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        var site = Answers.SiteAddress.Of(request);
        return new(here, site + here, site + LanguageOfAddress.EnglishBase + (here == "/" ? "" : here));
    }
}
