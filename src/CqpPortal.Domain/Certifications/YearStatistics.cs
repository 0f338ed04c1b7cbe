namespace CqpPortal.Domain.Certifications;

/// <summary>Figures of one year. Rates are percentages, 0 to 100; what was not published is null.</summary>
public sealed class YearStatistics
{
    public YearStatistics(int year, int certified)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1990);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2100);
        ArgumentOutOfRangeException.ThrowIfNegative(certified);
        Year = year;
        Certified = certified;
    }

    public int Year { get; private set; }

    public int Certified { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than all the certified.</exception>
    public int? CertifiedByVae
    {
        get;
        init
        {
            if (value is { } count)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(CertifiedByVae));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Certified, nameof(CertifiedByVae));
            }
            field = value;
        }
    }

    /// <summary>In any job six months later.</summary>
    public int? InsertionRateAtSixMonths { get; init => field = Percentage(value); }

    /// <summary>In the target job two years later.</summary>
    public int? InsertionRateInJobAtTwoYears { get; init => field = Percentage(value); }

    private static int? Percentage(int? value) =>
        value is < 0 or > 100 ? throw new ArgumentOutOfRangeException(nameof(value), value, "A rate is a percentage, 0 to 100.") : value;
}
