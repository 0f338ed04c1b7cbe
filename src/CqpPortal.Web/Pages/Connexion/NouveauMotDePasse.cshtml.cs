using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>A new password instead of one that was forgotten.</summary>
internal sealed class NouveauMotDePasseModel(AccountLinks links, PortalDbContext database, IPasswordHasher<Person> hasher, TimeProvider clock)
    : ChoosePasswordPage(links, database, hasher, clock)
{
    protected override string Purpose => AccountLinks.NewPassword;

    protected override string Afterwards => "mot-de-passe";
}
