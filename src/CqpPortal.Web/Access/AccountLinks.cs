using System.Globalization;
using System.Security.Cryptography;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Access;

/// <summary>Links that let somebody choose a password: each works once, for a time, and only its digest is kept.</summary>
internal sealed class AccountLinks(PortalDbContext database, TimeProvider clock)
{
    public const string Invitation = "invitation";
    public const string NewPassword = "new-password";

    public static readonly TimeSpan InvitationLength = TimeSpan.FromDays(7);
    public static readonly TimeSpan NewPasswordLength = TimeSpan.FromHours(1);

    private const string Provider = "portal";

    /// <summary>Replaces the person's former link of that purpose. Written with the next <c>SaveChanges</c>.</summary>
    /// <returns>What the address carries.</returns>
    public async Task<string> IssueAsync(Person person, string purpose, TimeSpan length)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var value = $"{StoredSessions.Digest(key)} {(clock.GetUtcNow() + length).ToString("O", CultureInfo.InvariantCulture)}";
        if (await database.UserTokens.FindAsync(person.Id, Provider, purpose) is { } former) former.Value = value;
        else database.Add(new IdentityUserToken<int> { UserId = person.Id, LoginProvider = Provider, Name = purpose, Value = value });
        return $"{person.Id.ToString(CultureInfo.InvariantCulture)}-{key}";
    }

    /// <summary>Whose link this is.</summary>
    /// <returns>Null when it has been used, replaced, or its time has gone by, and once the account is closed.</returns>
    public async Task<Person?> FindAsync(string? link, string purpose)
    {
        if (link?.Split('-') is not [var number, var key] || !int.TryParse(number, CultureInfo.InvariantCulture, out var id)) return null;
        var stored = await database.UserTokens.AsNoTracking().Where(token => token.UserId == id && token.LoginProvider == Provider && token.Name == purpose).Select(token => token.Value).FirstOrDefaultAsync();
        if (stored?.Split(' ') is not [var digest, var until] || digest != StoredSessions.Digest(key)) return null;
        if (DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) <= clock.GetUtcNow()) return null;
        return await database.Users.FirstOrDefaultAsync(person => person.Id == id && person.ClosedAt == null);
    }

    /// <summary>Until when the person's link of that purpose works.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<DateTimeOffset?> UntilAsync(int person, string purpose)
    {
        var stored = await database.UserTokens.AsNoTracking().Where(token => token.UserId == person && token.LoginProvider == Provider && token.Name == purpose).Select(token => token.Value).FirstOrDefaultAsync();
        return stored?.Split(' ') is [_, var until] ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Uses up a link.</summary>
    /// <returns>False when another request was quicker.</returns>
    public async Task<bool> UseAsync(Person person, string purpose) =>
        await database.UserTokens.Where(token => token.UserId == person.Id && token.LoginProvider == Provider && token.Name == purpose).ExecuteDeleteAsync() == 1;
}
