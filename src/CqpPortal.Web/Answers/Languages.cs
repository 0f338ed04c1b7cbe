using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers;

/// <summary>French, unless the reader prefers English.</summary>
internal static class Languages
{
    extension(RuleText text)
    {
        public string In(Language language) => language == Language.English ? text.En : text.Fr;
    }

    public static Language Of(HttpRequest request)
    {
        var header = request.Headers.AcceptLanguage.ToString();
        if (header.Length == 0 || !header.Contains("en", StringComparison.OrdinalIgnoreCase)) return Language.French;
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "fr" or "en");
        return preferred == "en" ? Language.English : Language.French;
    }
}
