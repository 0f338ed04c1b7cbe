namespace CqpPortal.Domain.Certifications;

/// <summary>One way to reach a certification, open or closed, with the jury that decides. No record for a route means that nobody told.</summary>
public sealed class AccessRoute
{
    public AccessRoute(AccessRouteCode code, bool isOpen, string? jury = null)
    {
        Code = code;
        IsOpen = isOpen;
        Jury = jury;
    }

    public AccessRouteCode Code { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>Composition of the jury, in the certifier's words.</summary>
    public string? Jury { get; private set; }
}
