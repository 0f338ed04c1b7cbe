using System.Globalization;
using System.Security.Claims;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Calendar;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Access;

/// <summary>Lets people in: password, second factor, passkey or external provider, with the lock after too many failures and a line in the log for each.</summary>
internal sealed class SignInDesk(PortalDbContext database, SignInManager<Person> signIn, AccessSettings settings, StrangeAddresses strangers)
{
    public const int MostFailures = 5;

    public static readonly TimeSpan LockLength = TimeSpan.FromMinutes(15);

    /// <summary>Where the last code of the authenticator is remembered: it opens once.</summary>
    private const string UsedCode = "used-code";

    private static readonly Person Nobody = new() { Name = "" };

    private static string? _decoy;

    public DateTimeOffset Now => settings.Clock.GetUtcNow();

    private UserManager<Person> Users => signIn.UserManager;

    public async Task<SignInAnswer> PasswordAsync(string email, string password)
    {
        var address = Users.NormalizeEmail(email.Trim()) ?? "";
        var person = await database.Users.FirstOrDefaultAsync(person => person.NormalizedEmail == address);
        // As much work for a stranger as for somebody known.
        var hash = person?.PasswordHash ?? (_decoy ??= Users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString()));
        var verified = Users.PasswordHasher.VerifyHashedPassword(person ?? Nobody, hash, password);
        if (person is null)
        {
            database.Add(new AuditLine { Action = AuditAction.SignInFailed, At = Now, Subject = email.Contains('@') ? email[..Math.Min(email.Length, 254)] : "adresse illisible", Details = "Adresse inconnue." });
            await database.SaveChangesAsync();
            return SignInAnswer.Locked(strangers.Fail(address));
        }
        if (await LockedAsync(person) is { } locked) return locked;
        if (person.PasswordHash is null || verified == PasswordVerificationResult.Failed) return await FailAsync(person, "Mot de passe refusé.");
        if (verified == PasswordVerificationResult.SuccessRehashNeeded) person.PasswordHash = Users.PasswordHasher.HashPassword(person, password);
        if (await RefusalAsync(person) is { } refusal) return refusal;
        if (!person.TwoFactorEnabled) return await LetInAsync(person, "Par mot de passe.");
        var waiting = new ClaimsIdentity([new Claim(ClaimTypes.Name, person.Id.ToString(CultureInfo.InvariantCulture))], IdentityConstants.TwoFactorUserIdScheme);
        await signIn.Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(waiting));
        return new SignInAnswer(SignInOutcome.SecondFactorAsked);
    }

    /// <summary>Who gave the right password and still owes the second factor.</summary>
    /// <returns>Null for anybody else, and once too much time has gone by.</returns>
    public Task<Person?> FindWaitingAsync() => signIn.GetTwoFactorAuthenticationUserAsync();

    public async Task<SignInAnswer> CodeAsync(Person person, string code)
    {
        if (await LockedAsync(person) is { } locked) return locked;
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var isRight = await Users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, digits)
            && await Users.GetAuthenticationTokenAsync(person, "portal", UsedCode) != digits;
        if (!isRight) return await FailAsync(person, "Code de l’application refusé.");
        await Users.SetAuthenticationTokenAsync(person, "portal", UsedCode, digits);
        return await SecondAsync(person, "Par mot de passe et code de l’application.");
    }

    public async Task<SignInAnswer> RecoveryCodeAsync(Person person, string code)
    {
        if (await LockedAsync(person) is { } locked) return locked;
        var redeemed = await Users.RedeemTwoFactorRecoveryCodeAsync(person, code.Trim().ToUpperInvariant());
        return redeemed.Succeeded ? await SecondAsync(person, "Par mot de passe et code de secours.") : await FailAsync(person, "Code de secours refusé.");
    }

    public async Task<SignInAnswer> PasskeyAsync(string credential)
    {
        var result = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded)
        {
            database.Add(new AuditLine { Action = AuditAction.SignInFailed, At = Now, Subject = "clé d’accès", Details = "Clé d’accès refusée." });
            await database.SaveChangesAsync();
            return new SignInAnswer(SignInOutcome.Refused);
        }
        var person = await database.Users.SingleAsync(person => person.Id == result.User.Id);
        await Users.AddOrUpdatePasskeyAsync(person, result.Passkey);
        return await RefusalAsync(person) ?? await LetInAsync(person, $"Par clé d’accès {(result.Passkey.Name is { } name ? $"« {name} »" : "")}.");
    }

    /// <summary>Whoever the external provider vouches for: its second factor is theirs.</summary>
    public async Task<SignInAnswer> ExternalAsync(Person person, string provider) => await RefusalAsync(person) ?? await LetInAsync(person, $"Par {provider}.");

    private async Task<SignInAnswer> SecondAsync(Person person, string how)
    {
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return await RefusalAsync(person) ?? await LetInAsync(person, how);
    }

    private async Task<SignInAnswer> LetInAsync(Person person, string how)
    {
        person.AccessFailedCount = 0;
        person.LockoutEnd = null;
        database.Add(person.Did(AuditAction.SignedIn, Now, details: how));
        await database.SaveChangesAsync();
        await signIn.SignInAsync(person, isPersistent: false);
        return new SignInAnswer(SignInOutcome.SignedIn);
    }

    private async Task<SignInAnswer?> LockedAsync(Person person)
    {
        if (!(person.LockoutEnd > Now)) return null;
        database.Add(person.Did(AuditAction.SignInFailed, Now, details: "Compte verrouillé."));
        await database.SaveChangesAsync();
        return SignInAnswer.Locked(person.LockoutEnd);
    }

    private async Task<SignInAnswer?> RefusalAsync(Person person)
    {
        SignInOutcome? refusal = person.ClosedAt is not null ? SignInOutcome.AccountClosed
            : person.IsDemonstration && !settings.DemonstrationAccounts ? SignInOutcome.DemonstrationRefused
            : !person.EmailConfirmed ? SignInOutcome.AddressNotConfirmed : null;
        if (refusal is null) return null;
        database.Add(person.Did(AuditAction.SignInFailed, Now, details: refusal switch
        {
            SignInOutcome.AccountClosed => "Compte fermé.",
            SignInOutcome.DemonstrationRefused => "Compte de démonstration sur un portail réel.",
            _ => "Adresse non confirmée.",
        }));
        await database.SaveChangesAsync();
        return new SignInAnswer(refusal.Value);
    }

    private async Task<SignInAnswer> FailAsync(Person person, string why)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        // Counted in the database: many attempts at the same time are many attempts.
        var row = database.Users.Where(other => other.Id == person.Id);
        await row.ExecuteUpdateAsync(change => change.SetProperty(other => other.AccessFailedCount, other => other.AccessFailedCount + 1));
        var failures = await row.Select(other => other.AccessFailedCount).SingleAsync();
        database.Add(person.Did(AuditAction.SignInFailed, Now, details: why));
        DateTimeOffset? until = null;
        if (failures >= MostFailures)
        {
            until = Now + LockLength;
            await row.ExecuteUpdateAsync(change => change.SetProperty(other => other.AccessFailedCount, 0).SetProperty(other => other.LockoutEnd, until));
            database.Add(person.Did(AuditAction.LockedOut, Now, details: $"Jusqu’à {until.Value.InParis():HH\\:mm}, après {MostFailures} échecs."));
        }
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return SignInAnswer.Locked(until);
    }
}
