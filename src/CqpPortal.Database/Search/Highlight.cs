namespace CqpPortal.Database.Search;

/// <summary>Marks around matched words: characters that no text holds, so that the text can be encoded before marks become tags.</summary>
public static class Highlight
{
    public const char Start = '\uE000';

    public const char Stop = '\uE001';
}
