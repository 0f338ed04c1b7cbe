using System.Globalization;
using System.Text;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using CqpPortal.Tool;
using CqpPortal.Tool.Accounts;
using CqpPortal.Tool.Confirmation;
using CqpPortal.Tool.Import;
using Npgsql;

Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
using var stop = new StopSignals();

Task<PortalServer> OpenAsync() => PortalServer.OpenAsync(PortalEnvironment.Read(), Console.Error.WriteLine, stop.Token);

try
{
    switch (args)
    {
        case ["--help" or "-h" or "help"] or [_, "--help" or "-h"]:
            Console.WriteLine(Usage.Text);
            return 0;
        case ["import", .. var words] when ImportArguments.Read(words, Console.Error) is { } import:
            await using (var server = await OpenAsync()) return await ImportCommand.RunAsync(server.ConnectionString, import, stop.Token);
        case ["to-confirm"]:
            await using (var server = await OpenAsync()) return await ConfirmationCommands.ListAsync(server.ConnectionString, stop.Token);
        case ["confirm" or "dismiss", _, ..] when ConfirmationCommands.Read(args[1..], Console.Error) is { } numbers:
            await using (var server = await OpenAsync()) return await ConfirmationCommands.SayAsync(server.ConnectionString, numbers, args[0] == "confirm", stop.Token);
        case ["create-administrator", var email, var name]:
            if (CreateAdministrator.Refuse(email, name) is { } refusal)
            {
                await Console.Error.WriteLineAsync(refusal);
                return 2;
            }
            await using (var server = await OpenAsync()) return await CreateAdministrator.RunAsync(server.ConnectionString, (email, name), CreateAdministrator.ReadPassword, stop.Token);
        case ["migrate"]:
            await using (await OpenAsync()) return 0;
        case ["import" or "confirm" or "dismiss", _, ..]:
            return 2;
        default:
            await Console.Error.WriteLineAsync(args.Length > 0 && args[0] is not ("import" or "confirm" or "dismiss" or "create-administrator") ? $"Commande inconnue : {args[0]}" : "Il manque quelque chose à la commande.");
            await Console.Error.WriteLineAsync(Usage.Text);
            return 2;
    }
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Interrompu : rien n'a changé.");
    return 2;
}
catch (Exception problem) when (problem is EmbeddedPostgresException or PortalServerException or NpgsqlException)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
