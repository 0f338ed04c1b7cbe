using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace CqpPortal.Web.Pages.EspaceCpne.Compte;

/// <summary>Puts the key into the telephone, and asks for one code before the second factor counts.</summary>
[ResponseCache(NoStore = true)]
internal sealed class SecondFacteurModel(PortalDbContext database, SignInManager<Person> signIn, CurrentPerson current, TimeProvider clock) : PageModel
{
    private const int RecoveryCodes = 10;

    [BindProperty]
    public string? Code { get; set; }

    public Faults Faults { get; } = new();

    /// <summary>In groups of four, as people type it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The modules of the QR code, as an SVG path.</summary>
    public string Squares { get; private set; } = "";

    public int Side { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() is null ? Redirect("/espace-cpne/compte") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is not { } person) return Redirect("/espace-cpne/compte");
        var users = signIn.UserManager;
        if (!await users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, string.Concat((Code ?? "").Where(char.IsAsciiDigit))))
        {
            Faults.Add(nameof(Code), Say("Ce code n’est pas le bon. Écrivez les six chiffres que l’application montre maintenant, et vérifiez l’heure de votre téléphone."));
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        database.Add(person.Did(AuditAction.SecondFactorChanged, clock.GetUtcNow(), details: "Activé."));
        await users.SetTwoFactorEnabledAsync(person, true);
        TempData[CodesDeSecoursModel.CodesKey] = string.Join(' ', await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []);
        await signIn.RefreshSignInAsync(person);
        return Redirect("/espace-cpne/compte/codes-de-secours");
    }

    private async Task<Person?> ReadAsync()
    {
        var id = (await current.GetAsync()).Id;
        var person = await database.Users.SingleAsync(person => person.Id == id);
        if (person.TwoFactorEnabled || await signIn.UserManager.GetAuthenticatorKeyAsync(person) is not { } key) return null;
        Key = string.Join(' ', key.Chunk(4).Select(four => new string(four)));
        var issuer = Uri.EscapeDataString("Portail CQP");
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode($"otpauth://totp/{issuer}:{Uri.EscapeDataString(person.Email!)}?secret={key}&issuer={issuer}&digits=6", QRCodeGenerator.ECCLevel.M);
        Side = code.ModuleMatrix.Count;
        Squares = string.Concat(from y in Enumerable.Range(0, Side) from x in Enumerable.Range(0, Side) where code.ModuleMatrix[y][x] select $"M{x} {y}h1v1h-1z");
        return person;
    }
}
