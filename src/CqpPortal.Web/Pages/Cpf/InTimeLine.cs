using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>A training and a registration on one line of years; places are per cent of the picture's width.</summary>
internal sealed record InTimeLine(Registration Registration, DateOnly StartsOn, DateOnly FinishesOn)
{
    private readonly Timeline _years = new(
        Math.Min(StartsOn.Year, Registration.LastDay.Year),
        new[] { FinishesOn.Year, Registration.LastDay.Year, Registration.DeliveryDeadline?.Year ?? 0 }.Max() + 1, 0, []);

    public IEnumerable<int> Years => _years.Years;

    public (double Start, double Width) Training => Between(StartsOn, FinishesOn);

    /// <summary>The registration, from its first day or the edge of the picture.</summary>
    public (double Start, double Width) Active => Between(Registration.EffectiveOn ?? DateOnly.MinValue, Registration.LastDay);

    /// <summary>The days after the end on which the certificate may still be issued.</summary>
    public (double Start, double Width)? Issue => Registration.DeliveryDeadline is { } deadline && deadline > Registration.LastDay
        ? Between(Registration.LastDay.AddDays(1), deadline)
        : null;

    public double Place(int year) => _years.Place(new DateOnly(year, 1, 1));

    private (double, double) Between(DateOnly from, DateOnly until)
    {
        var start = _years.Place(from);
        return (start, Math.Max(0.6, _years.Place(until.AddDays(1)) - start));
    }
}
