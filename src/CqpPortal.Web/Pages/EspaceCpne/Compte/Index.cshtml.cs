using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Compte;

/// <summary>One's own account: name, password, second factor, passkeys and sessions.</summary>
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(PortalDbContext database, SignInManager<Person> signIn, CurrentPerson current, TimeProvider clock) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public IReadOnlyDictionary<string, string> Committees { get; private set; } = new Dictionary<string, string>();

    public Faults Faults { get; } = new();

    public string? TypedName { get; private set; }

    public string? TypedLanguage { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    public string? Done => Fait switch
    {
        "nom" => Say("Votre nom est enregistré."),
        "langue" => Say("La langue de vos courriels est enregistrée."),
        "mot-de-passe" => Say("Votre nouveau mot de passe est enregistré. Vos autres sessions sont terminées."),
        "facteur" => Say("Le second facteur est désactivé."),
        "cle" => Say("La clé d’accès est ajoutée. Elle sert dès votre prochaine connexion."),
        "cle-nom" => Say("Le nom de la clé d’accès est enregistré."),
        "cle-enlevee" => Say("La clé d’accès est enlevée : elle n’ouvre plus votre compte."),
        "session" => Say("La session est terminée."),
        "sessions" => Say("Toutes vos autres sessions sont terminées."),
        _ => null,
    };

    private UserManager<Person> Users => signIn.UserManager;

    private DateTimeOffset Now => clock.GetUtcNow();

    public bool IsThisOne(Session session) => session.KeyDigest == StoredSessions.Current(HttpContext);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = (await current.GetAsync()).Id;
        // Tracked, for it may be changed here.
        Person = await database.Users.SingleAsync(person => person.Id == id, HttpContext.RequestAborted);
        var executed = await next();
        if (executed.Result is PageResult) await ReadAsync();
    }

    public async Task<IActionResult> OnPostNameAsync(string? name)
    {
        TypedName = name;
        if (string.IsNullOrWhiteSpace(name)) return Refused("Name", Say("Écrivez votre prénom et votre nom, comme vos collègues les connaissent."));
        if (name.Trim().Length > Person.MaxNameLength) return Refused("Name", Say($"Écrivez un nom de {Person.MaxNameLength} caractères au plus."));
        database.Add(Person.Did(AuditAction.NameChanged, Now, details: $"Nom : {Person.Name} devient {name.Trim()}."));
        Person.Name = name.Trim();
        await database.SaveChangesAsync();
        return BackWith("nom");
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        TypedLanguage = language;
        if (!LanguageChoices.All.Any(choice => choice.Value == language)) return Refused("Language", Say("Choisissez français ou anglais."));
        Person.Language = Enum.Parse<Language>(language!);
        await database.SaveChangesAsync();
        return BackWith("langue");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? password, string? newPassword)
    {
        if (!await OwnPasswordAsync(password)) return Refused("Password", Say("Ce n’est pas votre mot de passe actuel. Écrivez celui avec lequel vous vous connectez."));
        if (PasswordRule.Refuse(newPassword, Person.Email!, Person.Name) is { } refusal) return Refused("NewPassword", refusal);
        await using var transaction = await database.Database.BeginTransactionAsync();
        Person.PasswordHash = Users.PasswordHasher.HashPassword(Person, newPassword!);
        Person.SecurityStamp = Guid.NewGuid().ToString("N");
        database.Add(Person.Did(AuditAction.PasswordChanged, Now));
        await StoredSessions.EndAllAsync(database, Person.Id, Now, StoredSessions.Current(HttpContext));
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        await signIn.RefreshSignInAsync(Person);
        return BackWith("mot-de-passe");
    }

    /// <summary>Makes the key that the telephone will hold; nothing is asked of it until it is confirmed.</summary>
    public async Task<IActionResult> OnPostFactorAsync()
    {
        if (Person.TwoFactorEnabled) return BackWith("");
        await Users.ResetAuthenticatorKeyAsync(Person);
        await signIn.RefreshSignInAsync(Person);
        return Redirect("/espace-cpne/compte/second-facteur");
    }

    public async Task<IActionResult> OnPostNoFactorAsync(string? factorPassword)
    {
        if (!await OwnPasswordAsync(factorPassword)) return Refused("FactorPassword", Say("Ce n’est pas votre mot de passe. Il est demandé pour que personne d’autre ne désactive le second facteur."));
        database.Add(Person.Did(AuditAction.SecondFactorChanged, Now, details: "Désactivé."));
        await Users.SetTwoFactorEnabledAsync(Person, false);
        await signIn.RefreshSignInAsync(Person);
        return BackWith("facteur");
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(
        await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = await Users.GetUserIdAsync(Person), Name = Person.Email!, DisplayName = Person.Name }), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? passkeyName)
    {
        var refusal = Say("Cette clé d’accès n’a pas pu être ajoutée. Recommencez avec le même appareil.");
        if (string.IsNullOrEmpty(credential)) return Refused("PasskeyName", refusal);
        PasskeyAttestationResult result;
        try
        {
            result = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return Refused("PasskeyName", Say("La demande a expiré : recommencez."));
        }
        if (!result.Succeeded) return Refused("PasskeyName", refusal);
        result.Passkey.Name = NameOf(passkeyName);
        database.Add(Person.Did(AuditAction.PasskeyChanged, Now, details: $"Clé d’accès « {result.Passkey.Name} » ajoutée."));
        return (await Users.AddOrUpdatePasskeyAsync(Person, result.Passkey)).Succeeded ? BackWith("cle") : Refused("PasskeyName", refusal);
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync(string? id, string? passkeyName)
    {
        if (await FindPasskeyAsync(id) is not { } passkey) return NotFound();
        passkey.Name = NameOf(passkeyName);
        database.Add(Person.Did(AuditAction.PasskeyChanged, Now, details: $"Clé d’accès renommée « {passkey.Name} »."));
        await Users.AddOrUpdatePasskeyAsync(Person, passkey);
        return BackWith("cle-nom");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        if (await FindPasskeyAsync(id) is not { } passkey) return NotFound();
        database.Add(Person.Did(AuditAction.PasskeyChanged, Now, details: $"Clé d’accès « {passkey.Name} » enlevée."));
        await Users.RemovePasskeyAsync(Person, passkey.CredentialId);
        return BackWith("cle-enlevee");
    }

    public async Task<IActionResult> OnPostEndSessionAsync(string? id)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        var now = Now;
        var ended = await database.Set<Session>().Where(session => session.PersonId == Person.Id && session.KeyDigest == id && session.EndedAt == null)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.EndedAt, now));
        if (ended == 0) return NotFound();
        database.Add(Person.Did(AuditAction.SessionEnded, now));
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return BackWith("session");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        var ended = await StoredSessions.EndAllAsync(database, Person.Id, Now, StoredSessions.Current(HttpContext));
        database.Add(Person.Did(AuditAction.SessionEnded, Now, details: $"Toutes les autres sessions : {ended}."));
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return BackWith("sessions");
    }

    private static string NameOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? Say("Clé d’accès") : typed.Trim()[..Math.Min(typed.Trim().Length, 60)];

    private async Task<bool> OwnPasswordAsync(string? password) => Person.PasswordHash is null
        || (password is { Length: > 0 and <= PasswordRule.MaxLength } && await Users.CheckPasswordAsync(Person, password));

    private async Task<UserPasskeyInfo?> FindPasskeyAsync(string? id)
    {
        if (id is null || !Convert.TryFromBase64String(id, new byte[id.Length], out _)) return null;
        return await Users.GetPasskeyAsync(Person, Convert.FromBase64String(id));
    }

    private async Task ReadAsync()
    {
        var now = Now;
        Sessions = await database.Set<Session>().AsNoTracking().Where(session => session.PersonId == Person.Id && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.LastSeenAt).ThenBy(session => session.KeyDigest).ToListAsync();
        Passkeys = [.. (await Users.GetPasskeysAsync(Person)).OrderBy(passkey => passkey.CreatedAt)];
        CodesLeft = Person.TwoFactorEnabled ? await Users.CountRecoveryCodesAsync(Person) : 0;
        Committees = await database.CommitteeNamesAsync();
    }

    private PageResult Refused(string field, string text)
    {
        Faults.Add(field, text);
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private RedirectResult BackWith(string what) => Redirect($"/espace-cpne/compte?fait={what}");
}
