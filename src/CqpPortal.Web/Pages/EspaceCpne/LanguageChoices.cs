namespace CqpPortal.Web.Pages.EspaceCpne;

/// <summary>The languages in which the portal writes to somebody, each by its own name.</summary>
internal static class LanguageChoices
{
    public static IReadOnlyList<(string Value, string Words)> All { get; } = [(nameof(Language.French), "Français"), (nameof(Language.English), "English")];
}
