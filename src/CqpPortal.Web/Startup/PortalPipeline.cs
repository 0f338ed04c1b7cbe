using Npgsql;
using Serilog;

namespace CqpPortal.Web.Startup;

/// <summary>What every answer passes through: logs, headers, compression and the error pages.</summary>
internal static class PortalPipeline
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    extension(WebApplication app)
    {
        public void UsePortalPipeline()
        {
            // The path only: what people search for and where they come from is nobody's business.
            app.UseSerilogRequestLogging(options => options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0.0} ms");
            app.Use((context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return next(context);
            });
            app.UseResponseCompression();
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/erreur",
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = context => StatusOf(context.Exception) != StatusCodes.Status500InternalServerError,
            });
            app.UseStatusCodePagesWithReExecute("/erreur");
        }
    }

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
