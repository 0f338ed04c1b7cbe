using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Regles;

/// <summary>The rules in the open: those in force on a day, the figures over time, and what changed between two days.</summary>
internal sealed class IndexModel(CurrentRules current, TimeProvider clock) : PageModel
{
    /// <summary>Day whose rules are shown.</summary>
    public DateOnly Day { get; private set; }

    public bool IsToday { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public Parameters Typed { get; private set; } = null!;

    public RuleBook Rules { get; private set; } = null!;

    public RuleTable Table { get; private set; } = null!;

    public IReadOnlyList<RuleChange> Changes { get; private set; } = [];

    /// <summary>First day of the last rows that began up to the day, and of the next ones after it.</summary>
    public (DateOnly? Last, DateOnly? Next) ChangeDays { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Typed = new Parameters(name => Request.Query[name]);
        var today = clock.TodayInParis();
        Day = Typed.Date("day") ?? today;
        IsToday = Day == today;
        To = Typed.Date("to") ?? Day;
        From = Typed.Date("from") ?? To.AddYears(-1);
        if (From >= To) Typed.Refuse("to", "Le second jour doit venir après le premier.", "The second day must come after the first.");
        Rules = await current.GetAsync(cancellationToken);
        Table = new RuleTable(Rules, Day);
        Changes = From < To ? Rules.ChangesBetween(From, To) : [];
        var days = Rules.Rules.Select(rule => rule.Period.From).Concat(Rules.Rules.Select(rule => rule.Period.Until?.AddDays(1)).OfType<DateOnly>()).Order().ToList();
        ChangeDays = (days.Where(day => day <= Day).Cast<DateOnly?>().LastOrDefault(), days.Where(day => day > Day).Cast<DateOnly?>().FirstOrDefault());
    }
}
