namespace CqpPortal.Domain.Calendar;

/// <summary>The legal day: French deadlines are counted on the calendar of Paris, not of the server.</summary>
public static class ParisCalendar
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    extension(TimeProvider clock)
    {
        /// <summary>The date it is in Paris.</summary>
        public DateOnly TodayInParis() =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Paris).DateTime);
    }

    extension(DateOnly day)
    {
        /// <summary>The moment at which the day begins in Paris.</summary>
        public DateTimeOffset BeginsInParis() => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Paris), TimeSpan.Zero);
    }

    extension(DateTimeOffset moment)
    {
        /// <summary>Day and time as a clock in Paris shows them.</summary>
        public DateTime InParis() => TimeZoneInfo.ConvertTime(moment, Paris).DateTime;

        /// <summary>The date it was in Paris.</summary>
        public DateOnly DayInParis() => DateOnly.FromDateTime(moment.InParis());
    }
}
