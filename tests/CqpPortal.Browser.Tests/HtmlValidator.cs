using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The W3C's Nu checker (npm's vnu-jar), which reads pages as they are sent, before any browser repairs them. It needs a Java runtime.</summary>
internal static class HtmlValidator
{
    /// <summary>What ASP.NET writes in its hidden fields, and what changes nothing.</summary>
    private const string Harmless = ".*Trailing slash.*";

    private const string Missing = "No Java was found: install a Java runtime (Debian: default-jre-headless). The tests that need it are skipped.";

    private static readonly string Tool = Path.Combine(
        typeof(HtmlValidator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(value => value.Key == "Checkers").Value!, "node_modules/vnu-jar/build/dist/vnu.jar");

    /// <returns>The faults found, errors and warnings, in words; empty for sound pages.</returns>
    public static async Task<string> FaultsAsync(IEnumerable<(string Address, string Text)> pages)
    {
        var folder = Directory.CreateTempSubdirectory("portal-pages-");
        try
        {
            var names = new List<string>();
            foreach (var (address, text) in pages)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{names.Count}.html"), text, TestContext.Current.CancellationToken);
                names.Add(address);
            }
            using var java = Start(["-jar", Tool, "--Werror", "--filterpattern", Harmless, "--format", "gnu", folder.FullName]);
            var said = string.Concat(await Task.WhenAll(java.StandardOutput.ReadToEndAsync(), java.StandardError.ReadToEndAsync()));
            await java.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (java.ExitCode == 0) return "";
            foreach (var (index, name) in names.Index()) said = said.Replace($"file:{folder.FullName}/{index}.html", name, StringComparison.Ordinal);
            return said;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Missing);
            Assert.Skip(Missing);
            throw;
        }
    }
}
