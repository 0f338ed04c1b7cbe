using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CqpPortal.Benchmarks;

/// <summary>What the same server does at best: an endpoint that returns bytes and nothing else.</summary>
internal static class BareEndpoint
{
    public static async Task<WebApplication> StartAsync(byte[] bytes, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var bare = builder.Build();
        bare.Urls.Add($"http://127.0.0.1:{port}");
        bare.MapGet("/", context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await bare.StartAsync();
        return bare;
    }
}
