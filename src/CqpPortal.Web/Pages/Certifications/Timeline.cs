using System.Globalization;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The registrations drawn on a line of years; places and widths are per cent of the picture's width.</summary>
public sealed record Timeline(int FirstYear, int LastYear, double Today, IReadOnlyList<TimelineBar> Bars)
{
    /// <summary>Narrowest bar that holds a number on a phone.</summary>
    private const double RoomForNumber = 27;

    public int Lanes => Bars.Max(bar => bar.Lane) + 1;

    /// <summary>Years with a label: six at most, so that they do not touch on a phone.</summary>
    public IEnumerable<int> Years
    {
        get
        {
            var step = (LastYear - FirstYear + 4) / 5;
            return Enumerable.Range(0, 6).Select(index => FirstYear + index * step).Where(year => year <= LastYear);
        }
    }

    /// <summary>Null when there is nothing to draw.</summary>
    public static Timeline? Of(IReadOnlyCollection<Registration> registrations, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        if (registrations.Count == 0) return null;
        var spans = registrations.Select(registration => (registration, Start: StartOf(registration), End: registration.LastDay)).OrderBy(span => span.Start).ToList();
        var first = Math.Min(spans.Min(span => span.Start.Year), today.Year);
        var last = Math.Max(spans.Max(span => span.End.Year), today.Year) + 1;
        var line = new Timeline(first, last, 0, []);
        var bars = new List<TimelineBar>();
        foreach (var (registration, start, end) in spans)
        {
            var (from, width) = line.Stretch(new ValidityPeriod(start, end < start ? start : end));
            var suspensions = registration.Suspensions.Where(period => period.From <= end)
                .Select(period => line.Stretch(new ValidityPeriod(period.From, period.Until is { } until && until < end ? until : end))).ToList();
            bars.Add(new TimelineBar(registration, LaneFor(from, width, bars), from, width, ToneOf(registration, today), suspensions) { HoldsNumber = width >= RoomForNumber });
        }
        return line with { Today = line.Place(today), Bars = bars };
    }

    /// <summary>Where a day stands, in per cent.</summary>
    public double Place(DateOnly day)
    {
        var origin = new DateOnly(FirstYear, 1, 1).DayNumber;
        return Math.Clamp((day.DayNumber - origin) * 100.0 / (new DateOnly(LastYear, 1, 1).DayNumber - origin), 0, 100);
    }

    /// <summary>A number as SVG writes it.</summary>
    public static string Number(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of a picture as SVG writes it.</summary>
    public static string Percent(double place) => Number(place) + "%";

    private (double Start, double Width) Stretch(ValidityPeriod period)
    {
        var start = Place(period.From);
        return (start, Math.Max(0.6, Place(period.Until!.Value.AddDays(1)) - start));
    }

    // One line for registrations that follow each other, as long as each bar has room for its number.
    private static int LaneFor(double start, double width, List<TimelineBar> bars)
    {
        var last = bars.Count == 0 ? null : bars[^1];
        if (last is null) return 0;
        return last.HoldsNumber && width >= RoomForNumber && last.Start + last.Width <= start + 0.05 ? last.Lane : bars.Max(bar => bar.Lane) + 1;
    }

    // A register may hide the start: the bar then shows the longest time that the law allows.
    private static DateOnly StartOf(Registration registration) =>
        registration.EffectiveOn ?? registration.EndsOn.AddYears(-Registration.MaxYears);

    private static string ToneOf(Registration registration, DateOnly today) =>
        registration.HasEndedOn(today) ? "ended" : registration.Number.Register == Register.Rncp ? "rncp" : "rs";
}

/// <param name="Lane">Line of the picture, from the top.</param>
/// <param name="Tone">rncp, rs or ended.</param>
/// <param name="Suspensions">Stretches of the bar during which it did not count.</param>
public sealed record TimelineBar(
    Registration Registration, int Lane, double Start, double Width, string Tone, IReadOnlyList<(double Start, double Width)> Suspensions)
{
    /// <summary>Whether its number stands within it, or beside it.</summary>
    public bool HoldsNumber { get; init; }
}
