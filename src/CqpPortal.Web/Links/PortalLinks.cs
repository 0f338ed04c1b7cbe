namespace CqpPortal.Web.Links;

/// <summary>The weekly check of the addresses that the portal points to.</summary>
internal static class PortalLinks
{
    extension(WebApplicationBuilder builder)
    {
        /// <summary>Does nothing unless <c>Portal:LinkChecks</c> says so: the portal calls nobody unasked.</summary>
        public void AddPortalLinks()
        {
            if (!builder.Configuration.GetValue("Portal:LinkChecks", false)) return;
            builder.Services.AddSingleton<LinkClient>().AddSingleton<LinkRound>().AddHostedService<LinkChecker>();
        }
    }
}
