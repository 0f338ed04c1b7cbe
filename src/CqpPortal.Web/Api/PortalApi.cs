namespace CqpPortal.Web.Api;

/// <summary>The public API: reading needs no account. Version 1 grows and never takes back: names, values and meanings stay.</summary>
internal static class PortalApi
{
    public const string Path = "/api/v1";

    /// <summary>Pages of other sites may read.</summary>
    private const string Reading = "reading";

    extension(WebApplicationBuilder builder)
    {
        public void AddPortalApi()
        {
            builder.Services.AddCors(cors => cors.AddPolicy(Reading, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head).AllowAnyHeader()
                .WithExposedHeaders("ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After")));
            builder.Services.AddHostedService<PassingDays>();
            builder.AddOpenApiDocument();
        }
    }

    extension(WebApplication app)
    {
        public void MapPortalApi()
        {
            var api = app.MapGroup(Path).RequireCors(Reading);
            api.MapCertifications();
            api.MapRegistrations();
            api.MapBranches();
            api.MapRegisters();
            api.MapChanges();
            api.MapEligibility();
            api.MapBatch();
            app.MapOpenApi("/openapi/v1.json").RequireCors(Reading);
        }
    }
}
