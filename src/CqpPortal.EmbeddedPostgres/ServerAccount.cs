using System.ComponentModel;
using System.Globalization;

namespace CqpPortal.EmbeddedPostgres;

/// <summary>
/// The user that PostgreSQL runs as. It refuses root, so root starts it as the owner of the data when there are some, else as
/// <c>postgres</c>, else as <c>nobody</c>; any other user runs it as themselves.
/// </summary>
internal sealed class ServerAccount
{
    private readonly string[] _prefix;
    private readonly string? _owner;

    private ServerAccount(string name, string[] prefix, string? owner)
    {
        Name = name;
        _prefix = prefix;
        _owner = owner;
    }

    public string Name { get; }

    /// <summary>Whether the server runs as someone else than this process.</summary>
    public bool IsOther => _owner is not null;

    /// <param name="clusters">Existing data of PostgreSQL, whose owner must go on running it.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    /// <exception cref="EmbeddedPostgresException">Root has no way to become another user.</exception>
    public static async Task<ServerAccount> ChooseAsync(IEnumerable<string> clusters, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerAccount(Environment.UserName, [], null);

        var users = await ReadUsersAsync(cancellation);
        var owners = new List<string>();
        foreach (var cluster in clusters)
            owners.Add((await Command.RunAsync(["stat", "-c", "%u", cluster], "/", cancellation)).Output);

        var user = users.FirstOrDefault(user => owners.Contains(user.Id) && user.Id != "0")
            ?? users.FirstOrDefault(user => user.Name == "postgres")
            ?? users.FirstOrDefault(user => user.Name == "nobody")
            ?? throw new EmbeddedPostgresException(
                "PostgreSQL refuse de tourner en root et il n’y a ici ni utilisateur « postgres » ni « nobody » : lancez le portail sous un utilisateur ordinaire.");

        string[][] ways =
        [
            ["setpriv", $"--reuid={user.Id}", $"--regid={user.GroupId}", "--clear-groups", "--"],
            ["runuser", "-u", user.Name, "--"],
        ];
        foreach (var way in ways)
        {
            if (await SucceedsAsync([.. way, "true"], cancellation))
                return new ServerAccount(user.Name, way, $"{user.Id}:{user.GroupId}");
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL refuse de tourner en root, et ni setpriv ni runuser ne peuvent le lancer ici sous « {user.Name} » : "
            + "lancez le portail sous un utilisateur ordinaire.");
    }

    /// <summary>Runs a program as this account.</summary>
    public Task<Command> RunAsync(IEnumerable<string> words, string workingFolder, CancellationToken cancellation, bool capture = true) =>
        Command.RunAsync([.. _prefix, .. words], workingFolder, cancellation, capture);

    /// <summary>Gives a file or folder that this process has just created to the account.</summary>
    public async Task GiveAsync(string path, CancellationToken cancellation)
    {
        if (_owner is not null)
            await Command.RunAsync(["chown", "-R", _owner, path], "/", cancellation);
    }

    /// <summary>Whether the account can enter the folder, through all its parents.</summary>
    public Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) => TestAsync("-x", folder, cancellation);

    /// <summary>Whether the account can read the file.</summary>
    public Task<bool> CanReadAsync(string file, CancellationToken cancellation) => TestAsync("-r", file, cancellation);

    private async Task<bool> TestAsync(string condition, string path, CancellationToken cancellation) =>
        _owner is null || (await RunAsync(["test", condition, path], "/", cancellation)).Succeeded;

    private static async Task<bool> SucceedsAsync(string[] words, CancellationToken cancellation)
    {
        try
        {
            return (await Command.RunAsync(words, "/", cancellation)).Succeeded;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<User>> ReadUsersAsync(CancellationToken cancellation)
    {
        var lines = await File.ReadAllLinesAsync("/etc/passwd", cancellation);
        return [.. lines.Select(line => line.Split(':')).Where(fields => fields.Length >= 4 && IsNumber(fields[2]) && IsNumber(fields[3]))
            .Select(fields => new User(fields[0], fields[2], fields[3]))];
    }

    private static bool IsNumber(string text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private sealed record User(string Name, string Id, string GroupId);
}
