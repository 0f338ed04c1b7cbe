using System.Globalization;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>One field of a form as <c>_Field</c> shows it: a box, or a choice where there are some.</summary>
/// <param name="Name">Of the parameter; also its place in the page.</param>
/// <param name="Value">As typed, whatever it is.</param>
internal sealed record Field(string Name, string Label, string? Value)
{
    /// <summary>What to write instead.</summary>
    public string? Error { get; init; }

    public string? Help { get; init; }

    public bool IsDate { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Room for several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Which keyboard a phone shows.</summary>
    public string? InputMode { get; init; }

    /// <summary>What kind of box, where it is neither text nor a day: <c>email</c>, <c>password</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>What the browser may fill in by itself.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>Language of what is written or chosen in it, where that is not the page's.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];

    /// <summary>A date field shows nothing but dates: what else was typed is kept as text.</summary>
    public string Type => Kind ?? (IsDate && (string.IsNullOrEmpty(Value) || DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? "date" : "text");

    public string? DescribedBy => (Help, Error) switch
    {
        (null, null) => null,
        (_, null) => Name + "-aide",
        (null, _) => Name + "-erreur",
        _ => $"{Name}-aide {Name}-erreur",
    };
}
