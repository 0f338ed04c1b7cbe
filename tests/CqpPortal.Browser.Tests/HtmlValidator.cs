using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>npm's html-validate, which reads pages as they are sent, before any browser repairs them.</summary>
internal static class HtmlValidator
{
    /// <returns>The faults found, in words; empty for sound pages.</returns>
    public static async Task<string> FaultsAsync(IEnumerable<(string Address, string Text)> pages)
    {
        var tool = typeof(HtmlValidator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(value => value.Key == "HtmlValidator").Value!;
        var folder = Directory.CreateTempSubdirectory("portal-pages-");
        try
        {
            foreach (var (address, text) in pages)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, Uri.EscapeDataString(address) + ".html"), text, TestContext.Current.CancellationToken);
            using var node = Process.Start(new ProcessStartInfo("node",
                [Path.Combine(tool, "node_modules/html-validate/bin/html-validate.mjs"), "--config", Path.Combine(tool, ".htmlvalidate.json"), "--formatter", "text", folder.FullName])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return node.ExitCode == 0 ? "" : string.Concat(said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
