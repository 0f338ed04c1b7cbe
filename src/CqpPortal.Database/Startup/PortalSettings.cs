namespace CqpPortal.Database.Startup;

/// <summary>What the environment says of the portal's server and data.</summary>
public sealed record PortalSettings
{
    /// <summary>A server the operator has (<c>ConnectionStrings__Portal</c>); null for the embedded one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The role that owns the schema (<c>ConnectionStrings__PortalOwner</c>); null when the site's own role migrates.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>Where the embedded server keeps its data (<c>Portal__DataFolder</c>); null for the default place.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether to load the demonstration data (<c>Portal__DemoData</c>).</summary>
    public bool DemoData { get; init; } = true;
}
