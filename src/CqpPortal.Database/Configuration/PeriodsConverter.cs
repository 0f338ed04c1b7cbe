using CqpPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NpgsqlTypes;

namespace CqpPortal.Database.Configuration;

/// <summary>Periods with both days included, as a datemultirange.</summary>
internal sealed class PeriodsConverter() : ValueConverter<List<ValidityPeriod>, NpgsqlRange<DateOnly>[]>(
    periods => periods.Select(ToRange).ToArray(), ranges => ToPeriods(ranges))
{
    public static readonly ValueComparer<List<ValidityPeriod>> Comparer = new(
        (left, right) => left!.SequenceEqual(right!), periods => periods.Count, periods => periods.ToList());

    public static List<ValidityPeriod> ToPeriods(NpgsqlRange<DateOnly>[] ranges) => [.. ranges.Select(ToPeriod)];

    private static NpgsqlRange<DateOnly> ToRange(ValidityPeriod period) =>
        new(period.From, true, false, period.Until ?? default, period.Until is not null, period.Until is null);

    // PostgreSQL gives ranges of days back as [from, until + 1).
    private static ValidityPeriod ToPeriod(NpgsqlRange<DateOnly> range) =>
        new(range.LowerBound, range.UpperBoundInfinite ? null : range.UpperBoundIsInclusive ? range.UpperBound : range.UpperBound.AddDays(-1));
}
