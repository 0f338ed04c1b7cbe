using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Access;

/// <summary>Who signs in, and what they may open.</summary>
internal static class PortalAccess
{
    public const string SignInPath = "/connexion";

    /// <summary>Everything under this address asks for a sign-in.</summary>
    public const string StaffPath = "/espace-cpne";

    extension(WebApplicationBuilder builder)
    {
        public void AddPortalAccess()
        {
            builder.Services.AddIdentityCore<Person>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
            }).AddSignInManager().AddEntityFrameworkStores<PortalDbContext>().AddDefaultTokenProviders();
            builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
            builder.Services.ConfigureApplicationCookie(cookie =>
            {
                cookie.LoginPath = SignInPath;
                cookie.ReturnUrlParameter = "retour";
                // Refused is refused: nobody is sent from page to page.
                cookie.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            });
            builder.Services.AddHttpContextAccessor().AddScoped<CurrentPerson>();
            // A permission of the whole portal is a policy of its name; those of a committee are asked with the entry at hand.
            foreach (var permission in Enum.GetValues<Permission>().Where(permission => !Grant.IsOfCommittee(permission)))
                builder.Services.AddAuthorizationBuilder().AddPolicy(permission.ToString(), policy => policy.AddRequirements(new PermissionRequirement(permission)));
            builder.Services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        }
    }

    public static void Guard(RazorPagesOptions options) => options.Conventions.AuthorizeFolder("/EspaceCpne");
}
