using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Access;

/// <summary>Who signs in, and what they may open.</summary>
internal static class PortalAccess
{
    public const string SignInPath = "/connexion";

    /// <summary>Everything under this address asks for a sign-in.</summary>
    public const string StaffPath = "/espace-cpne";

    public const string CookieName = "cqp-session";

    /// <summary>A framework of a hundred skills has more fields than a form usually may.</summary>
    private const int MostFields = 20_000;

    extension(WebApplicationBuilder builder)
    {
        public void AddPortalAccess(AccessSettings settings)
        {
            builder.Services.AddSingleton(services => settings with { Clock = services.GetRequiredService<TimeProvider>() });
            builder.Services.AddIdentityCore<Person>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // Names are addresses, which hold more than Identity's usual characters.
                options.User.AllowedUserNameCharacters = "";
                options.Tokens.AuthenticatorIssuer = "Portail CQP";
            }).AddSignInManager().AddEntityFrameworkStores<PortalDbContext>().AddDefaultTokenProviders();
            builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
            {
                // A passkey stands for both factors only when it knows its owner, and for the address only when it holds it.
                passkeys.UserVerificationRequirement = "required";
                passkeys.ResidentKeyRequirement = "required";
            });
            builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
            builder.Services.AddSingleton<StoredSessions>().AddSingleton<StrangeAddresses>();
            builder.Services.AddScoped<SignInDesk>().AddScoped<AccountLinks>().AddScoped<KeptForms>().AddScoped<Pages.EspaceCpne.Personnes.PeopleDesk>();
            builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<StoredSessions>((cookie, sessions) =>
            {
                cookie.Cookie.Name = CookieName;
                // One session for both languages.
                cookie.Cookie.Path = "/";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.LoginPath = SignInPath;
                cookie.ReturnUrlParameter = "retour";
                cookie.SessionStore = sessions;
                // The session of the database slides, the cookie only holds its key.
                cookie.SlidingExpiration = false;
                cookie.ExpireTimeSpan = settings.SessionLength;
                cookie.Events.OnRedirectToLogin = AskToSignInAsync;
                cookie.Events.OnRedirectToAccessDenied = RefuseAsync;
            });
            builder.Services.Configure<AntiforgeryOptions>(options => options.Cookie.Path = "/");
            builder.Services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Path = "/");
            builder.Services.Configure<FormOptions>(form => form.ValueCountLimit = MostFields);
            builder.Services.AddHttpContextAccessor().AddScoped<CurrentPerson>();
            // A permission of the whole portal is a policy of its name; those of a committee are asked with the entry at hand.
            foreach (var permission in Enum.GetValues<Permission>().Where(permission => !Grant.IsOfCommittee(permission)))
                builder.Services.AddAuthorizationBuilder().AddPolicy(permission.ToString(), policy => policy.AddRequirements(new PermissionRequirement(permission)));
            builder.Services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        }
    }

    public static void Guard(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/EspaceCpne");
        options.Conventions.ConfigureFilter(new KeptFormFilter());
    }

    /// <summary>Where a signed-in person goes on: an address of this site, else the staff's home.</summary>
    public static string Local(string? address) => IsLocal(address) ? address! : StaffPath;

    public static bool IsLocal(string? address) => address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Any(char.IsControl);

    /// <summary>Sends to the sign-in page, and keeps what was sent by somebody whose session had just expired.</summary>
    private static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var (expired, kept) = await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
        // A script that saves a draft must not take the sign-in page for an answer.
        if (request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var back = KeptForms.PageOf(request.Path + request.QueryString);
        var address = QueryHelpers.AddQueryString(SignInPath, "retour", back);
        if (expired) address = QueryHelpers.AddQueryString(address, "etat", kept ? "gardee" : "expiree");
        context.Response.Redirect(address);
    }

    /// <summary>403, not a redirection, and a line in the log.</summary>
    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (await services.GetRequiredService<CurrentPerson>().FindAsync() is not { } person) return;
        await Refusals.RecordAsync(context.HttpContext, person, null, context.HttpContext.RequestAborted);
    }
}
