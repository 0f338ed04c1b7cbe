namespace CqpPortal.Web.Startup;

/// <summary>Who answers for this installation, as the law wants it said (loi n° 2004-575 du 21 juin 2004, art. 1-1): <c>Portal:Publisher</c>. What is null was not said.</summary>
internal sealed record Publisher(string? Name, string? Address, string? Director, string? Email, string? Host)
{
    /// <summary>Whether all that the law asks for is said.</summary>
    public bool IsComplete => Name is not null && Address is not null && Director is not null && Email is not null && Host is not null;

    public static Publisher Read(IConfiguration configuration)
    {
        string? Said(string name) => configuration[$"Portal:Publisher:{name}"] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        return new Publisher(Said("Name"), Said("Address"), Said("Director"), Said("Email"), Said("Host"));
    }
}
