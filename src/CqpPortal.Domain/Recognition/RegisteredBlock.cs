namespace CqpPortal.Domain.Recognition;

/// <summary>A block as one registration names it. The code is text: registers hold malformed ones, unique only within their fiche.</summary>
public sealed class RegisteredBlock
{
    public const int MaxCodeLength = 40;

    public RegisteredBlock(string code, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.Length, MaxCodeLength, nameof(code));
        Code = code;
        Title = title;
    }

    public string Code { get; private set; }

    public string Title { get; private set; }
}
