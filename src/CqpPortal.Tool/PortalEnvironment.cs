using CqpPortal.Database.Startup;

namespace CqpPortal.Tool;

/// <summary>The same variables as the site reads.</summary>
internal static class PortalEnvironment
{
    public static PortalSettings Read() => new()
    {
        ConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__Portal"),
        OwnerConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__PortalOwner"),
        DataFolder = Environment.GetEnvironmentVariable("Portal__DataFolder"),
        // Demonstration data are the site's affair.
        DemoData = false,
    };
}
