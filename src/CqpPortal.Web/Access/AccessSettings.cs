namespace CqpPortal.Web.Access;

/// <summary>What the configuration says of accounts.</summary>
internal sealed record AccessSettings
{
    /// <summary>Whether made-up people with a public password exist and may sign in: never in Production.</summary>
    public bool DemonstrationAccounts { get; private init; }

    /// <summary>How long a session lasts without being used (<c>Portal:SessionHours</c>).</summary>
    public TimeSpan SessionLength { get; private init; }

    /// <summary>The external provider, as its button names it, empty where the operator gave no name; null when none is configured.</summary>
    public string? Provider { get; private init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <exception cref="RefusedSettingException">Demonstration accounts are asked for in Production, or hours are none.</exception>
    public static AccessSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var isShown = configuration.GetValue("Portal:DemoData", true) && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Portal"));
        var asked = configuration.GetValue<bool?>("Portal:DemonstrationAccounts");
        if (asked == true && environment.IsProduction())
        {
            throw new RefusedSettingException("Portal__DemonstrationAccounts=true est refusé en Production : le mot de passe de ces comptes est public. "
                + "Enlevez ce réglage, ou ouvrez le portail avec ASPNETCORE_ENVIRONMENT=Development.");
        }
        var hours = configuration.GetValue("Portal:SessionHours", 8.0);
        if (hours is not (> 0 and <= 24 * 30)) throw new RefusedSettingException("Portal__SessionHours doit être un nombre d’heures entre 0 et 720, par exemple 8.");
        return new AccessSettings
        {
            DemonstrationAccounts = asked ?? (isShown && !environment.IsProduction()),
            SessionLength = TimeSpan.FromHours(hours),
            Provider = string.IsNullOrWhiteSpace(configuration["Portal:OpenIdConnect:Authority"]) ? null : configuration["Portal:OpenIdConnect:Name"] ?? "",
        };
    }
}
