using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Calendar;

namespace CqpPortal.Web.Pages.EspaceCpne.Personnes;

/// <summary>State of an account, in words.</summary>
internal static class PersonState
{
    public static string Of(Person person) => person switch
    {
        { ClosedAt: { } closed } => Say($"Fermé le {DateOnly.FromDateTime(closed.InParis()).InWords()}"),
        { EmailConfirmed: false } => Say("Invité, pas encore venu"),
        { TwoFactorEnabled: true } => Say("Ouvert, avec second facteur"),
        _ => Say("Ouvert"),
    };
}
