using System.Globalization;

namespace CqpPortal.Domain.Recognition;

/// <summary>A level of the national framework of certifications, 1 to 8 (C. trav., art. D. 6113-18 to D. 6113-20; décret 2019-14).</summary>
public readonly record struct QualificationLevel
{
    public QualificationLevel(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 8);
        Value = value;
    }

    public int Value { get; }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
