using System.Text;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using CqpPortal.Tool;
using CqpPortal.Tool.Import;
using Npgsql;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};
try
{
    switch (args)
    {
        case ["import", .. var rest] when ImportArguments.Read(rest, Console.Error) is { } import:
            await using (var server = await PortalServer.OpenAsync(PortalEnvironment.Read(), Console.Error.WriteLine, stop.Token))
                return await ImportCommand.RunAsync(server.ConnectionString, import, stop.Token);
        case ["migrate"]:
            await using (await PortalServer.OpenAsync(PortalEnvironment.Read(), Console.Error.WriteLine, stop.Token)) return 0;
        default:
            if (args is not ["import", ..]) await Console.Error.WriteLineAsync(Usage.Text);
            return 2;
    }
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Interrompu : le fichier en cours n'a rien changé.");
    return 2;
}
catch (Exception problem) when (problem is EmbeddedPostgresException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
