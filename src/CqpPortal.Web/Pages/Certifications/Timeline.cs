using System.Globalization;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The registrations drawn on a line of years; places and widths are per cent of the picture's width.</summary>
public sealed record Timeline(int FirstYear, int LastYear, double Today, IReadOnlyList<TimelineBar> Bars)
{
    /// <summary>Null when there is nothing to draw.</summary>
    public static Timeline? Of(IReadOnlyCollection<Registration> registrations, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        if (registrations.Count == 0) return null;
        var spans = registrations.Select(registration => (registration, Start: StartOf(registration), End: registration.LastDay)).OrderBy(span => span.Start).ToList();
        var first = Math.Min(spans.Min(span => span.Start.Year), today.Year);
        var last = Math.Max(spans.Max(span => span.End.Year), today.Year) + 1;
        var origin = new DateOnly(first, 1, 1).DayNumber;
        double days = new DateOnly(last, 1, 1).DayNumber - origin;
        double Place(DateOnly day) => Math.Clamp((day.DayNumber - origin) / days * 100, 0, 100);
        var bars = spans.Select((span, lane) => new TimelineBar(
            span.registration, lane, Place(span.Start), Math.Max(0.6, Place(span.End.AddDays(1)) - Place(span.Start)), ToneOf(span.registration, today))).ToList();
        return new Timeline(first, last, Place(today), bars);
    }

    /// <summary>A number as SVG writes it.</summary>
    public static string Percent(double place) => place.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    // A register may hide the start: the bar then shows the longest time that the law allows.
    private static DateOnly StartOf(Registration registration) =>
        registration.EffectiveOn ?? registration.EndsOn.AddYears(-Registration.MaxYears);

    private static string ToneOf(Registration registration, DateOnly today) =>
        registration.IsSuspendedOn(today) ? "suspended"
        : !registration.IsActiveOn(today) ? "ended"
        : registration.Number.Register == Register.Rncp ? "rncp" : "rs";
}

/// <param name="Lane">Line of the picture, from the top.</param>
/// <param name="Tone">rncp, rs, ended or suspended.</param>
public sealed record TimelineBar(Registration Registration, int Lane, double Start, double Width, string Tone);
