using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Serilog;
using Serilog.Events;

namespace CqpPortal.Web.Startup;

/// <summary>What every answer passes through: logs, headers, compression and the error pages.</summary>
internal static class PortalPipeline
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] SecretPaths = [PreviewKey.Path + "/", "/desabonnement/", "/espace-cpne/calendrier/"];

    extension(WebApplication app)
    {
        public void UsePortalPipeline()
        {
            app.UseLanguageOfAddress();
            app.UseSerilogRequestLogging(options =>
            {
                options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
                // The path only: what people search for and where they come from is nobody's business.
                options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms";
                options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
                [
                    new("RequestMethod", new ScalarValue(context.Request.Method)), new("RequestPath", new ScalarValue(Shown(path))),
                    new("StatusCode", new ScalarValue(status)), new("Elapsed", new ScalarValue(elapsed)),
                ];
                options.EnrichDiagnosticContext = (line, context) =>
                {
                    if (context.Response.StatusCode >= 500 && context.Features.Get<IExceptionHandlerFeature>() is { } failed) line.SetException(failed.Error);
                };
            });
            app.Use((context, next) =>
            {
                // At the last moment: what handles an error first empties the answer, and the error pages need these as well.
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.ContentSecurityPolicy = ContentSecurityPolicy;
                    headers.XContentTypeOptions = "nosniff";
                    // A page whose address is a secret asks for more.
                    headers.TryAdd("Referrer-Policy", "same-origin");
                    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    // The style sheet asks for the fonts by their plain names, which would be checked again on every page.
                    if (context.Request.Path.StartsWithSegments("/lib/fonts") && context.Response.StatusCode == StatusCodes.Status200OK)
                        headers.CacheControl = "public, max-age=2592000";
                    return Task.CompletedTask;
                });
                return next(context);
            });
            app.UseResponseCompression();
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/erreur",
                StatusCodeSelector = StatusOf,
                // The line of the request holds the exception.
                SuppressDiagnosticsCallback = _ => true,
            });
            app.UseStatusCodePagesWithReExecute("/erreur");
            app.Use((context, next) =>
            {
                // A page would be shown without having been read: Razor Pages lets TRACE through.
                if (!HttpMethods.IsTrace(context.Request.Method) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(context);
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return Task.CompletedTask;
            });
            app.UseRouting();
            app.UseCors();
            app.UseAuthentication();
            app.UseAuthorization();
        }
    }

    /// <summary>The path without the key that an address of this kind ends with: whoever reads it may act for its owner.</summary>
    internal static string Shown(string path) =>
        SecretPaths.FirstOrDefault(secret => path.StartsWith(secret, StringComparison.OrdinalIgnoreCase)) is { } known ? known + "***" : path;

    /// <summary>The database does not answer: somebody else's trouble, and it will pass.</summary>
    private static int StatusOf(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is TimeoutException or NpgsqlException { IsTransient: true } or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" }) return StatusCodes.Status503ServiceUnavailable;
            if (cause is System.Net.Sockets.SocketException && problem is NpgsqlException) return StatusCodes.Status503ServiceUnavailable;
            if (cause is BadHttpRequestException bad) return bad.StatusCode;
        }
        return StatusCodes.Status500InternalServerError;
    }
}
