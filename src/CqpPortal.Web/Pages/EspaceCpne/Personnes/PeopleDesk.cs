using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Personnes;

/// <summary>What an administrator does with accounts, each in one transaction with its line in the log.</summary>
internal sealed class PeopleDesk(PortalDbContext database, AccountLinks links, CurrentPerson current, TimeProvider clock)
{
    /// <summary>Two administrators who take the right from each other would otherwise both succeed.</summary>
    private const long AdministratorsLock = 0x4371_7041_646D;

    /// <summary>Adds the person, and the mail with the link.</summary>
    /// <returns>The person and the address of the link; null when the e-mail has an account already.</returns>
    public async Task<(Person Person, string Link)?> InviteAsync(InvitationForm form, IReadOnlyList<Grant> grants, string site)
    {
        var email = form.Email!.Trim();
        var normalized = email.ToUpperInvariant();
        if (await database.Users.AnyAsync(person => person.NormalizedEmail == normalized)) return null;
        await using var transaction = await database.Database.BeginTransactionAsync();
        var person = new Person
        {
            Name = form.Name!.Trim(),
            Language = form.Language,
            UserName = email,
            NormalizedUserName = normalized,
            Email = email,
            NormalizedEmail = normalized,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.Allow(grants);
        database.Add(person);
        try
        {
            await database.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Invited by somebody else at the same moment: the address is unique.
            return null;
        }
        var link = await WriteInvitationAsync(person, site);
        await transaction.CommitAsync();
        return (person, link);
    }

    /// <summary>Writes the invitation again; the former link no longer works.</summary>
    /// <returns>Address of the link; null for somebody who has already confirmed, or whose account is closed.</returns>
    public async Task<string?> InviteAgainAsync(int id, string site)
    {
        var person = await database.Users.SingleOrDefaultAsync(person => person.Id == id);
        return person is { ClosedAt: null, EmailConfirmed: false } ? await WriteInvitationAsync(person, site) : null;
    }

    /// <summary>Replaces all that the person may do.</summary>
    /// <returns>False when the portal would have no administrator left.</returns>
    public Task<bool> AllowAsync(Person person, IReadOnlyList<Grant> grants) => ChangeAsync(person, grants.Contains(new Grant(Permission.Administer)), async () =>
    {
        var committees = await database.CommitteeNamesAsync();
        var before = InFrench(person.Grants, committees);
        person.Allow(grants);
        var after = InFrench(person.Grants, committees);
        if (before != after) await RecordAsync(AuditAction.GrantsChanged, person, $"Avant : {(before.Length == 0 ? "rien" : before)}. Après : {(after.Length == 0 ? "rien" : after)}.");
    });

    /// <summary>Closes the account and ends its sessions; drafts and everything that was done stay.</summary>
    /// <returns>False when the portal would have no administrator left.</returns>
    public Task<bool> CloseAsync(Person person) => ChangeAsync(person, staysAdministrator: false, async () =>
    {
        person.ClosedAt = clock.GetUtcNow();
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        await StoredSessions.EndAllAsync(database, person.Id, clock.GetUtcNow());
        await database.Set<KeptForm>().Where(form => form.PersonId == person.Id).ExecuteDeleteAsync();
        await RecordAsync(AuditAction.AccountClosed, person);
    });

    public async Task ReopenAsync(Person person)
    {
        person.ClosedAt = null;
        await RecordAsync(AuditAction.AccountReopened, person);
        await database.SaveChangesAsync();
    }

    /// <summary>Gives back access to somebody who lost the telephone of the second factor.</summary>
    public async Task ForgetSecondFactorAsync(Person person)
    {
        person.TwoFactorEnabled = false;
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        await RecordAsync(AuditAction.SecondFactorChanged, person, "Désactivé par un administrateur.");
        await database.SaveChangesAsync();
    }

    private async Task<bool> ChangeAsync(Person person, bool staysAdministrator, Func<Task> change)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AdministratorsLock})");
        if (!staysAdministrator && person.Grants.Contains(new Grant(Permission.Administer)) && !await database.Users.AnyAsync(other =>
            other.Id != person.Id && other.ClosedAt == null && other.EmailConfirmed && other.Grants.Any(grant => grant.Permission == Permission.Administer))) return false;
        await change();
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }

    private async Task<string> WriteInvitationAsync(Person person, string site)
    {
        var by = await current.GetAsync();
        var key = await links.IssueAsync(person, AccountLinks.Invitation, AccountLinks.InvitationLength);
        using var language = Written.In(person.Language);
        var link = $"{site}{LanguageOfAddress.InLanguage("/invitation")}?lien={key}";
        database.Add(Invitation(person, by, link, clock.GetUtcNow()));
        await RecordAsync(AuditAction.Invited, person, InFrench(person.Grants, await database.CommitteeNamesAsync()));
        await database.SaveChangesAsync();
        return link;
    }

    private static OutgoingMail Invitation(Person person, Person by, string link, DateTimeOffset now) => new()
    {
        To = person.Email!,
        Subject = Say("Votre invitation au Portail CQP"),
        Body = $"""
            {Say($"Bonjour {person.Name},")}

            {Say($"{by.Name} vous invite à l’espace CPNE du Portail CQP.")}
            {Say("Pour choisir votre mot de passe et confirmer votre adresse, ouvrez ce lien. Il sert une fois, pendant sept jours :")}

            {link}

            {Say("Si vous n’attendiez pas cette invitation, ne faites rien : le compte reste fermé.")}
            """,
        WrittenAt = now,
        NextAttemptAt = now,
    };

    /// <summary>The log is French, whoever reads the page.</summary>
    private static string InFrench(IEnumerable<Grant> grants, IReadOnlyDictionary<string, string> committees)
    {
        using var french = Written.In(Language.French);
        return string.Join(" ; ", PermissionWords.Of(grants, committees));
    }

    private async Task RecordAsync(AuditAction action, Person person, string? details = null) =>
        database.Add((await current.GetAsync()).Did(action, clock.GetUtcNow(), $"{person.Name} ({person.Email})", string.IsNullOrEmpty(details) ? null : details));
}
