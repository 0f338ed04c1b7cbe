namespace CqpPortal.Web.Pages.Shared;

/// <summary>One place where the text of a rule was read.</summary>
/// <param name="Address">Null where only a site is named.</param>
internal sealed record RuleSource(string Name, Uri? Address)
{
    /// <summary>Sources are written « name : address », joined by semicolons. Only https is linked.</summary>
    public static IReadOnlyList<RuleSource> Of(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return [.. written.Split(" ; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];
    }

    private static RuleSource One(string written)
    {
        var cut = written.LastIndexOf("https://", StringComparison.Ordinal);
        if (cut < 0 || !Uri.TryCreate(written[cut..], UriKind.Absolute, out var address)) return new RuleSource(written, null);
        var name = written[..cut].TrimEnd(' ', ':', '\u00A0');
        return new RuleSource(name.Length == 0 ? address.Host : name, address);
    }
}
