using System.Globalization;
using System.Net.Sockets;
using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Answers.Batch;
using CqpPortal.Web.Api;
using CqpPortal.Web.Calendars;
using CqpPortal.Web.Links;
using CqpPortal.Web.Mail;
using CqpPortal.Web.Registers;
using CqpPortal.Web.Startup;
using Npgsql;

// What no page asked for is written in French, whatever the machine's own language.
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Written.FrenchCulture;
var builder = WebApplication.CreateBuilder(args);
builder.AddPortalDefaults();

try
{
    using var signals = new StopSignals();
    var access = AccessSettings.Read(builder.Configuration, builder.Environment);
    await using var server = await PortalServer.OpenAsync(builder.Configuration.ReadPortalSettings(), Console.WriteLine, signals.Token);
    if (access.DemonstrationAccounts) await DemonstrationDesk.OpenAsync(server.ConnectionString, Console.WriteLine, signals.Token);
    builder.Services.AddPooledDbContextFactory<PortalDbContext>(options => PortalDatabase.Configure(options, server.ConnectionString));
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddSingleton<CurrentRules>().AddSingleton<AnswerDesk>().AddScoped<ProofDesk>();
    builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<KnownCertifications>(services, builder.Configuration.ReadFactsCache()));
    builder.Services.AddSingleton<CpfBatch>().AddSingleton<KeptLists>();
    builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<RegisterDesk>(services, server.ConnectionString));
    builder.AddPortalAccess(access);
    builder.AddExternalProvider();
    builder.Services.AddSingleton(Publisher.Read(builder.Configuration));
    Console.WriteLine(builder.AddPortalMail().InWords);
    builder.AddPortalLinks();
    builder.AddPortalApi();
    builder.Services.AddSingleton(new KeptQuestions(builder.Configuration.ReadKeepQuestions())).AddHostedService<QuestionWriter>();
    builder.Services.AddRazorPages(PortalAccess.Guard);
    builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

    await using var app = builder.Build();
    app.UsePortalPipeline();
    app.MapStaticAssets();
    app.MapRazorPages().WithStaticAssets();
    app.MapExternalProvider();
    app.MapPortalApi();
    app.MapCalendarFeed();
    app.MapPortalHealth();
    app.Lifetime.ApplicationStarted.Register(() =>
        Console.WriteLine($"Le portail est ouvert : {string.Join(", ", app.Urls).Replace("127.0.0.1", "localhost", StringComparison.Ordinal)} (Ctrl+C pour l’arrêter)"));
    try
    {
        await app.StartAsync(signals.Token);
    }
    catch (Exception problem) when (problem is IOException or SocketException or FormatException or InvalidOperationException)
    {
        await Console.Error.WriteLineAsync(
            $"Le portail ne peut pas s’ouvrir sur {builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey)} ({problem.Message.Split('\n')[0]}). "
            + "Un autre y est peut-être déjà ouvert : choisissez une autre adresse, par exemple --urls http://127.0.0.1:5081");
        return 1;
    }
    await app.WaitForShutdownAsync(signals.Token);
    return 0;
}
catch (Exception problem) when (problem is EmbeddedPostgresException or PortalServerException or RefusedSettingException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Arrêté avant l’ouverture : rien n’est perdu, le prochain démarrage reprendra.");
    return 1;
}
