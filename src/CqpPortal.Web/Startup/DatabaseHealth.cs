using CqpPortal.Database;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CqpPortal.Web.Startup;

/// <summary>Ready means that the database answers at once.</summary>
internal sealed class DatabaseHealth(PortalDbContext database) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        return await database.Database.CanConnectAsync(limit.Token) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}

internal static class HealthEndpoints
{
    extension(WebApplication app)
    {
        /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database does too, else 503.</summary>
        public void MapPortalHealth()
        {
            app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
            app.MapHealthChecks("/health/ready");
        }
    }
}
