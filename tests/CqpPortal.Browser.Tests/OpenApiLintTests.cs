using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The description of the API as Spectral reads it, hints included.</summary>
public sealed class OpenApiLintTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static readonly string Here = typeof(OpenApiLintTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(value => value.Key == "Checkers").Value!;

    [Fact]
    public async Task Spectral_finds_nothing_to_say()
    {
        Assert.Equal((0, "No results with a severity of 'hint' or higher found!"), await LintAsync(text => text));
        // It would say it.
        var (exit, said) = await LintAsync(text => text.Replace("\"operationId\": \"getBranch\",", "", StringComparison.Ordinal));
        Assert.Equal(1, exit);
        Assert.Contains("operation-operationId", said, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Said)> LintAsync(Func<string, string> change)
    {
        using var client = new HttpClient();
        var document = Path.Combine(Directory.CreateTempSubdirectory("portal-openapi-").FullName, "v1.json");
        try
        {
            await File.WriteAllTextAsync(document, change(await client.GetStringAsync(new Uri(site.At("/openapi/v1.json")), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
            using var node = Process.Start(new ProcessStartInfo("node", ["node_modules/@stoplight/spectral-cli/dist/index.js", "lint", document, "--ruleset", "spectral.yaml", "--fail-severity=hint"])
            {
                WorkingDirectory = Here,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, string.Concat(said).Trim());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(document)!, recursive: true);
        }
    }
}
