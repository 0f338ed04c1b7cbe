using System.Security.Claims;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CqpPortal.Web.Access;

/// <summary>Sign-in with an account of another organisation, through OpenID Connect. It opens accounts, it never makes one.</summary>
internal static class ExternalProvider
{
    public const string Scheme = "external";

    private const string StartPath = "/connexion/externe";

    extension(WebApplicationBuilder builder)
    {
        /// <summary>Only where <c>Portal:OpenIdConnect:Authority</c> is set.</summary>
        public void AddExternalProvider()
        {
            var settings = builder.Configuration.GetSection("Portal:OpenIdConnect");
            if (string.IsNullOrWhiteSpace(settings["Authority"])) return;
            builder.Services.AddAuthentication().AddOpenIdConnect(Scheme, options =>
            {
                options.Authority = settings["Authority"];
                options.ClientId = settings["ClientId"];
                options.ClientSecret = settings["ClientSecret"];
                options.CallbackPath = "/connexion/externe/retour";
                options.SignInScheme = IdentityConstants.ExternalScheme;
                options.ResponseType = OpenIdConnectResponseType.Code;
                // By address, not by a form: the cookies that belong to it then need no exception to SameSite.
                options.ResponseMode = OpenIdConnectResponseMode.Query;
                options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
                options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.RequireHttpsMetadata = !(Uri.TryCreate(settings["Authority"], UriKind.Absolute, out var authority) && authority.IsLoopback);
                options.UsePkce = true;
                options.MapInboundClaims = false;
                options.Scope.Add("email");
                options.Events.OnTicketReceived = ReceiveAsync;
                options.Events.OnRemoteFailure = context =>
                {
                    context.Response.Redirect($"{SignInPageFor(context.Properties?.RedirectUri)}?etat=fournisseur");
                    context.HandleResponse();
                    return Task.CompletedTask;
                };
            });
        }
    }

    extension(WebApplication app)
    {
        /// <summary>Sends to the provider; from there the reader comes back signed in.</summary>
        public void MapExternalProvider() => app.MapGet(StartPath, (string? retour, AccessSettings settings) => settings.Provider is null
            ? Results.NotFound()
            : Results.Challenge(new AuthenticationProperties { RedirectUri = PortalAccess.Local(retour) }, [Scheme])).AllowAnonymous();
    }

    /// <summary>In the language of the page that was to be opened.</summary>
    private static string SignInPageFor(string? wanted)
    {
        var path = new PathString(wanted?.Split('?', '#')[0] is ['/', ..] local ? local : null);
        return path.StartsWithSegments(LanguageOfAddress.EnglishBase) ? LanguageOfAddress.EnglishBase + PortalAccess.SignInPath : PortalAccess.SignInPath;
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (database, desk, settings) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<SignInDesk>(), services.GetRequiredService<AccessSettings>());
        context.HandleResponse();
        var state = await AdmitAsync(context.Principal!, database, desk, settings.Provider is { Length: > 0 } named ? named : "votre organisation");
        context.Response.Redirect(state is null ? PortalAccess.Local(context.ReturnUri) : $"{SignInPageFor(context.ReturnUri)}?etat={state}");
    }

    /// <returns>Null for whoever is let in, else what the sign-in page says.</returns>
    private static async Task<string?> AdmitAsync(ClaimsPrincipal principal, PortalDbContext database, SignInDesk desk, string provider)
    {
        if (principal.FindFirstValue("sub") is not { } subject) return "fournisseur";
        // Once linked, the person is known by what never changes: an address may be given to somebody else.
        var linked = await database.UserLogins.Where(login => login.LoginProvider == Scheme && login.ProviderKey == subject).Select(login => (int?)login.UserId).FirstOrDefaultAsync();
        Person? person;
        if (linked is not null)
        {
            person = await database.Users.SingleAsync(person => person.Id == linked);
        }
        else
        {
            if (principal.FindFirstValue("email") is not { } email || !string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase)) return "adresse";
            var normalized = email.ToUpperInvariant();
            person = await database.Users.FirstOrDefaultAsync(person => person.NormalizedEmail == normalized && !person.IsDemonstration);
            if (person is null) return "inconnu";
            if (person.ClosedAt is null)
            {
                database.Add(new IdentityUserLogin<int> { UserId = person.Id, LoginProvider = Scheme, ProviderKey = subject, ProviderDisplayName = provider });
                if (!person.EmailConfirmed) database.Add(person.Did(Database.Audit.AuditAction.AddressConfirmed, desk.Now, details: $"Par {provider}."));
                person.EmailConfirmed = true;
            }
        }
        return (await desk.ExternalAsync(person, provider)).Outcome switch
        {
            SignInOutcome.SignedIn => null,
            SignInOutcome.AccountClosed => "ferme",
            _ => "inconnu",
        };
    }
}
