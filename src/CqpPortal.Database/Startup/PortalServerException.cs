namespace CqpPortal.Database.Startup;

/// <summary>The server given to the portal cannot be used; the message says in French why and what the operator can do.</summary>
public sealed class PortalServerException : Exception
{
    public PortalServerException()
    {
    }

    public PortalServerException(string message)
        : base(message)
    {
    }

    public PortalServerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
