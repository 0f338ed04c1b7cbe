using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>Somebody invited chooses a password, which also confirms the address.</summary>
internal sealed class InvitationModel(AccountLinks links, PortalDbContext database, IPasswordHasher<Person> hasher, TimeProvider clock)
    : ChoosePasswordPage(links, database, hasher, clock)
{
    protected override string Purpose => AccountLinks.Invitation;

    protected override string Afterwards => "bienvenue";
}
