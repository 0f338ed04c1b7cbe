using System.Globalization;
using System.Security.Claims;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Access;

/// <summary>Who asks: read once a request, so that a right taken away counts at once.</summary>
internal sealed class CurrentPerson(IHttpContextAccessor request, PortalDbContext database)
{
    private Person? _person;

    /// <returns>Null for whoever is not signed in, and once the account is closed.</returns>
    public async Task<Person?> FindAsync()
    {
        if (_person is not null) return _person;
        var context = request.HttpContext!;
        if (!int.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)) return null;
        return _person = await database.Users.AsNoTracking().FirstOrDefaultAsync(person => person.Id == id && person.ClosedAt == null, context.RequestAborted);
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page is not guarded.</exception>
    public async Task<Person> GetAsync() => await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in: the page is not guarded.");
}
