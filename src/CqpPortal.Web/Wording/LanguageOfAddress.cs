using System.Globalization;

namespace CqpPortal.Web.Wording;

/// <summary>English under <c>/en</c>: the prefix becomes the base of the address, so that every page answers there as it does in French, and every link stays.</summary>
internal static class LanguageOfAddress
{
    public const string EnglishBase = "/en";

    /// <summary>What has no language: it is asked for without the prefix. An external provider knows one address to come back to.</summary>
    private static readonly PathString[] Neutral = ["/api", "/health", "/lib", "/css", "/js", "/connexion/externe", EnglishBase];

    extension(WebApplication app)
    {
        /// <summary>Before anything that writes: error pages too are of the language that was asked for.</summary>
        public void UseLanguageOfAddress() => app.Use((context, next) =>
        {
            var isEnglish = context.Request.Path.StartsWithSegments(EnglishBase, out var page) && !IsNeutral(page);
            CultureInfo.CurrentUICulture = isEnglish ? Written.EnglishCulture : Written.FrenchCulture;
            if (!isEnglish) return next(context);
            context.Request.PathBase += EnglishBase;
            context.Request.Path = page.HasValue ? page : "/";
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.Location.ToString() is ['/', ..] elsewhere) context.Response.Headers.Location = InEnglish(elsewhere);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>An address of the site for the language of the page.</summary>
    public static string InLanguage(string address) => Written.IsEnglish ? InEnglish(address) : address;

    /// <summary>The same under <c>/en</c>; what has no language is asked for without it.</summary>
    private static string InEnglish(string address)
    {
        if (address is not ['/', ..] || address.StartsWith("//", StringComparison.Ordinal)) return address;
        var path = new PathString(address.Split('?', '#')[0]);
        if (path.StartsWithSegments(EnglishBase, out var page)) return IsNeutral(page) ? address[EnglishBase.Length..] : address;
        return IsNeutral(path) ? address : EnglishBase + (address == "/" ? "" : address);
    }

    private static bool IsNeutral(PathString path) => Array.Exists(Neutral, neutral => path.StartsWithSegments(neutral));
}
