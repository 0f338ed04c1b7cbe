namespace CqpPortal.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL cannot start or be joined; the message says what the operator can do about it.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException()
    {
    }

    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
