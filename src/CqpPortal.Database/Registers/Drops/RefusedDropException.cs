namespace CqpPortal.Database.Registers.Drops;

/// <summary>A file that cannot be taken at all. The message is French, for the operator: what is wrong and what to do.</summary>
public sealed class RefusedDropException : Exception
{
    public RefusedDropException()
    {
    }

    public RefusedDropException(string message) : base(message)
    {
    }

    public RefusedDropException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
