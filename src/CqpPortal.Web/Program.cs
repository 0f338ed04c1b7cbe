using CqpPortal.Database;
using CqpPortal.Database.Startup;
using CqpPortal.Web.Api;
using CqpPortal.Web.Startup;
using Npgsql;
using Serilog;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalDefaults();

PortalServer server;
try
{
    server = await PortalServer.OpenAsync(builder.Configuration.ReadPortalSettings(), Console.WriteLine, CancellationToken.None);
}
catch (Exception problem) when (problem is CqpPortal.EmbeddedPostgres.EmbeddedPostgresException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}

await using (server)
{
    builder.Services.AddDbContextPool<PortalDbContext>(options => PortalDatabase.Configure(options, server.ConnectionString));
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddRazorPages();
    builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

    await using var app = builder.Build();
    app.UsePortalPipeline();
    app.MapStaticAssets();
    app.MapRazorPages().WithStaticAssets();
    app.MapCertificationsApi();
    app.MapPortalHealth();
    app.Lifetime.ApplicationStarted.Register(() =>
        Console.WriteLine($"Le portail est ouvert : {string.Join(", ", app.Urls).Replace("127.0.0.1", "localhost", StringComparison.Ordinal)} (Ctrl+C pour l’arrêter)"));
    await app.RunAsync();
    await Log.CloseAndFlushAsync();
}
return 0;
