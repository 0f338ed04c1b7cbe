namespace CqpPortal.Domain.Access;

/// <summary>In which the portal answers or writes to somebody.</summary>
public enum Language
{
    French,
    English,
}
