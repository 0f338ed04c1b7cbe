using System.Globalization;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Regles;

/// <summary>The rules in the open: those in force on a day, the figures over time, and what changed between two days.</summary>
internal sealed class IndexModel(CurrentRules current, TimeProvider clock) : PageModel
{
    private static TypedForm Empty => new("/regles", new Dictionary<string, string> { ["day"] = Say("Les règles du"), ["from"] = Say("Premier jour"), ["to"] = Say("Second jour") });

    /// <summary>Day whose rules are shown.</summary>
    public DateOnly Day { get; private set; }

    public bool IsToday { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public TypedForm Form { get; private set; } = null!;

    public RuleBook Rules { get; private set; } = null!;

    public RuleTable Table { get; private set; } = null!;

    public IReadOnlyList<RuleChange> Changes { get; private set; } = [];

    /// <summary>First day of the last rows that began up to the day, and of the next ones after it.</summary>
    public (DateOnly? Last, DateOnly? Next) ChangeDays { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var typed = Empty.Read(Request.Query);
        var read = typed.ToParameters();
        var today = clock.TodayInParis();
        Day = read.Date("day") ?? today;
        IsToday = Day == today;
        To = read.Date("to") ?? Day;
        From = read.Date("from") ?? To.AddYears(-1);
        if (From >= To) read.Refuse("to", "Le second jour doit venir après le premier.", "The second day must come after the first.");
        Form = Empty.With(("day", Iso(Day)), ("from", Iso(From)), ("to", Iso(To))).With(typed.Values.Select(value => (value.Key, (string?)value.Value))) with { Refused = read.Refused };
        if (read.Refused.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        Rules = await current.GetAsync(cancellationToken);
        Table = new RuleTable(Rules, Day);
        Changes = From < To ? Rules.ChangesBetween(From, To) : [];
        var days = Rules.Rules.Select(rule => rule.Period.From).Concat(Rules.Rules.Select(rule => rule.Period.Until?.AddDays(1)).OfType<DateOnly>()).Order().ToList();
        ChangeDays = (days.Where(day => day <= Day).Cast<DateOnly?>().LastOrDefault(), days.Where(day => day > Day).Cast<DateOnly?>().FirstOrDefault());
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
