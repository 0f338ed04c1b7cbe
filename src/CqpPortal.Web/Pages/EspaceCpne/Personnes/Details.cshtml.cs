using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Personnes;

/// <summary>One account: what the person may do, the invitation, closing and opening again.</summary>
[Authorize(nameof(Permission.Administer))]
[ResponseCache(NoStore = true)]
internal sealed class DetailsModel(PortalDbContext database, PeopleDesk desk, AccountLinks links, IConfiguration configuration) : PageModel
{
    public const string LinkKey = "invitation-link";

    private static string LastAdministrator => Say("C’est le dernier administrateur du portail : donnez d’abord ce droit à quelqu’un d’autre, et attendez qu’il se soit connecté.");

    public Person Person { get; private set; } = null!;

    public GrantForm Grants { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Committees { get; private set; } = null!;

    public Faults Faults { get; } = new();

    /// <summary>What has just been done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    /// <summary>The link of the invitation, where no mail leaves this portal.</summary>
    public string? Link { get; private set; }

    public DateTimeOffset? InvitedUntil { get; private set; }

    public string? Done => Fait switch
    {
        "droits" => Say("Les droits sont enregistrés. Ils valent dès maintenant."),
        "ferme" => Say("Le compte est fermé et ses sessions sont terminées. Ses brouillons restent."),
        "rouvert" => Say("Le compte est rouvert, avec les mêmes droits."),
        "renvoye" => Say("Une nouvelle invitation est écrite. L’ancien lien ne sert plus."),
        "facteur" => Say("Le second facteur est désactivé. La personne se connecte avec son mot de passe."),
        _ => null,
    };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.Parse((string)RouteData.Values["id"]!, System.Globalization.CultureInfo.InvariantCulture);
        var person = await database.Users.FirstOrDefaultAsync(person => person.Id == id, HttpContext.RequestAborted);
        if (person is null)
        {
            context.Result = NotFound();
            return;
        }
        Person = person;
        Committees = await database.CommitteeNamesAsync(HttpContext.RequestAborted);
        Grants = GrantForm.Of(person.Grants, emptyRows: 2);
        InvitedUntil = person.EmailConfirmed ? null : await links.UntilAsync(id, AccountLinks.Invitation);
        await next();
    }

    public void OnGet()
    {
        var link = TempData[LinkKey] as string;
        if (string.IsNullOrWhiteSpace(configuration["Portal:Smtp:Host"])) Link = link;
        if (link is not null && Fait is null) Fait = "renvoye";
    }

    public async Task<IActionResult> OnPostGrantsAsync([FromForm] GrantForm grants)
    {
        Grants = grants;
        if (grants.Incomplete is { } row) Faults.Add($"Rows-{row}", Say("Choisissez une CPNE et cochez ce que la personne peut faire pour elle, ou videz cette ligne."));
        if (Faults.Any) return Refused(StatusCodes.Status400BadRequest);
        if (await desk.AllowAsync(Person, grants.Read([.. Committees.Keys]))) return BackWith("droits");
        Faults.Add("Portal-Administer", LastAdministrator);
        return Refused(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        if (Person.ClosedAt is not null || await desk.CloseAsync(Person)) return BackWith("ferme");
        Faults.Add("fermer", LastAdministrator);
        return Refused(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        if (Person.ClosedAt is not null) await desk.ReopenAsync(Person);
        return BackWith("rouvert");
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        TempData[LinkKey] = await desk.InviteAgainAsync(Person.Id, SiteAddress.Of(Request));
        return BackWith("renvoye");
    }

    public async Task<IActionResult> OnPostForgetFactorAsync()
    {
        if (Person.TwoFactorEnabled) await desk.ForgetSecondFactorAsync(Person);
        return BackWith("facteur");
    }

    private RedirectResult BackWith(string what) => Redirect($"/espace-cpne/personnes/{Person.Id}?fait={what}");

    private static PageResult Refused(int status) => new() { StatusCode = status };
}
