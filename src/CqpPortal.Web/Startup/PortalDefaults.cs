using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CqpPortal.Database.Startup;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Serilog;
using Serilog.Events;
using Serilog.Filters;
using Serilog.Formatting.Compact;

namespace CqpPortal.Web.Startup;

/// <summary>Address, limits, logs and compression: what holds before any page is written.</summary>
internal static class PortalDefaults
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>A text far too long for a search reaches the page, which cuts it and says so.</summary>
    private const int LongestRequestLine = 262_144;

    extension(WebApplicationBuilder builder)
    {
        public void AddPortalDefaults()
        {
            if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
            // Also outside development: style sheets are compressed by the build, beside wwwroot.
            builder.WebHost.UseStaticWebAssets();
            // What the build compressed is served as it is: a reload at run time would send it uncompressed.
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
                kestrel.Limits.MaxRequestBodySize = 1_000_000;
            });
            // A logger of the site's own, not of the process: one site that stops must not silence another, as in tests.
            builder.Host.UseSerilog((_, log) => log
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                // Anti-forgery keys lie in the user's own folder: nothing an operator must act upon.
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
                // Said in words where the site starts.
                .Filter.ByExcluding(line => line.MessageTemplate.Text == "Hosting failed to start")
                // Said once, by the line of the request that the error ended.
                .Filter.ByExcluding(line => line.Level >= LogEventLevel.Error && Matching.FromSource("Microsoft.EntityFrameworkCore")(line))
                .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
                .Enrich.FromLogContext()
                .WriteTo.Console(new RenderedCompactJsonFormatter()), preserveStaticLogger: true);
            builder.Services.AddResponseCompression(options =>
            {
                // Pages hold no secret beside what a visitor typed, so compressing them over TLS gives nothing away.
                options.EnableForHttps = true;
                options.Providers.Add<BrotliCompressionProvider>();
                options.Providers.Add<GzipCompressionProvider>();
                options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
            });
            builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
            // Letters with accents as they are: half the weight of a page of French.
            builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
            builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        }
    }

    extension(IConfiguration configuration)
    {
        public PortalSettings ReadPortalSettings() => new()
        {
            ConnectionString = configuration.GetConnectionString("Portal"),
            OwnerConnectionString = configuration.GetConnectionString("PortalOwner"),
            DataFolder = configuration["Portal:DataFolder"],
            DemoData = configuration.GetValue("Portal:DemoData", true),
        };

        /// <summary>Whether the questions of the last month are counted, so that a new rule can be tried on them.</summary>
        public bool ReadKeepQuestions() => configuration.GetValue("Portal:KeepQuestions", true);

        /// <summary>How long the facts of a certification may be old in an answer.</summary>
        public TimeSpan ReadFactsCache() => TimeSpan.FromSeconds(configuration.GetValue("Portal:FactsCacheSeconds", 1.0));
    }
}
