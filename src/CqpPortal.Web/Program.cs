using CqpPortal.Database;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using CqpPortal.Web.Api;
using CqpPortal.Web.Startup;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Serilog;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalDefaults();

try
{
    await using var server = await PortalServer.OpenAsync(builder.Configuration.ReadPortalSettings(), Console.WriteLine, CancellationToken.None);
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
    return 0;
}
catch (Exception problem) when (problem is EmbeddedPostgresException or NpgsqlException || problem.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(problem.InnerException is AddressInUseException
        ? $"{problem.InnerException.Message}: un autre portail est peut-être déjà ouvert. Choisissez une autre adresse : --urls http://127.0.0.1:5081"
        : problem.Message);
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}
