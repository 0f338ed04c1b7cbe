namespace CqpPortal.Web.Answers;

/// <summary>Address under which the reader reached the site.</summary>
internal static class SiteAddress
{
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
