using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>Chooses a password through a mailed link, which proves that the address is the person's.</summary>
[ResponseCache(NoStore = true)]
internal abstract class ChoosePasswordPage(AccountLinks links, PortalDbContext database, IPasswordHasher<Person> hasher, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Lien { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public Faults Faults { get; } = new();

    /// <summary>Null when the link no longer works.</summary>
    public Person? Person { get; private set; }

    protected abstract string Purpose { get; }

    /// <summary>What the sign-in page says afterwards.</summary>
    protected abstract string Afterwards { get; }

    public async Task<IActionResult> OnGetAsync()
    {
        Person = await links.FindAsync(Lien, Purpose);
        return Person is null ? new PageResult { StatusCode = StatusCodes.Status404NotFound } : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Person = await links.FindAsync(Lien, Purpose);
        if (Person is null) return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        if (PasswordRule.Refuse(Password, Person.Email!, Person.Name) is { } refusal)
        {
            Faults.Add(nameof(Password), refusal);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        await using var transaction = await database.Database.BeginTransactionAsync();
        if (!await links.UseAsync(Person, Purpose)) return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        var now = clock.GetUtcNow();
        if (!Person.EmailConfirmed) database.Add(Person.Did(AuditAction.AddressConfirmed, now));
        Person.EmailConfirmed = true;
        Person.PasswordHash = hasher.HashPassword(Person, Password!);
        Person.SecurityStamp = Guid.NewGuid().ToString("N");
        Person.AccessFailedCount = 0;
        Person.LockoutEnd = null;
        database.Add(Person.Did(AuditAction.PasswordChanged, now, details: "Par un lien reçu par courriel."));
        await StoredSessions.EndAllAsync(database, Person.Id, now);
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return Redirect($"/connexion?etat={Afterwards}");
    }
}
