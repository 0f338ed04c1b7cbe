namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>One field of the draft as <c>_TextField</c> shows it.</summary>
/// <param name="Path">Name of the field in the form.</param>
internal sealed record TextField(EditingPage Page, string Path, string Label, string Value)
{
    public string? Help { get; init; }

    /// <summary>Height in lines; 1 for a field of one line.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>For screen readers only, where the place says what it is.</summary>
    public bool IsLabelHidden { get; init; }

    public string? Class { get; init; }

    public string Id => Path.Replace('/', '-');

    public string? Error => Page.ProblemOf(Path);

    public string? DescribedBy => (Help, Error) switch
    {
        (null, null) => null,
        (_, null) => Id + "-aide",
        (null, _) => Id + "-erreur",
        _ => $"{Id}-aide {Id}-erreur",
    };
}
