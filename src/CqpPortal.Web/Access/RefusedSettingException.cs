namespace CqpPortal.Web.Access;

/// <summary>A setting that would make the portal unsafe or means nothing; the message says in French what to change.</summary>
internal sealed class RefusedSettingException : Exception
{
    public RefusedSettingException()
    {
    }

    public RefusedSettingException(string message)
        : base(message)
    {
    }

    public RefusedSettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
