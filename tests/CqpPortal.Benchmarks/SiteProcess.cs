using System.Diagnostics;

namespace CqpPortal.Benchmarks;

/// <summary>The site as a process of its own, as it runs for its users.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _log;

    private SiteProcess(Process process, Uri address, string log)
    {
        _process = process;
        _log = log;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>Starts the site on a prepared database and waits until it answers.</summary>
    /// <param name="settings">Further settings, by their environment names.</param>
    public static async Task<SiteProcess> StartAsync(string connectionString, int port, params (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{port}";
        // Its log goes to a file, as an operator's would: reading it here would take time from the clients.
        var log = Path.GetTempFileName();
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec dotnet \"$0\" --urls \"$1\" > \"$2\"", Path.Combine(AppContext.BaseDirectory, "CqpPortal.Web.dll"), address, log])
        {
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ConnectionStrings__Portal"] = connectionString;
        start.Environment["Portal__DemoData"] = "false";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var site = new SiteProcess(process, new Uri(address), log);
        for (var tries = 0; tries < 100 && !await site.AnswersAsync(); tries++) await Task.Delay(200);
        return site;
    }

    /// <summary>Processor time spent so far.</summary>
    public TimeSpan Spent
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory of the process now, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_log);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
