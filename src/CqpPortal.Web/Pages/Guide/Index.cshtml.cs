using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Guide;

/// <summary>The guide, for who has never heard of a CQP: what the rules know is told by the rules of today.</summary>
internal sealed class IndexModel(CurrentRules current, TimeProvider clock) : PageModel
{
    public RulesOfToday Rules { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rules = new RulesOfToday(await current.GetAsync(cancellationToken), clock.TodayInParis());
}
