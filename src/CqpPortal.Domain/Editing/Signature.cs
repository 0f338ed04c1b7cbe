namespace CqpPortal.Domain.Editing;

/// <summary>A committee's word that it wants one very text published. It can be withdrawn until then.</summary>
public sealed class Signature
{
    public const int MaxReasonLength = 500;

    internal Signature(string committee, string digest, Author by)
    {
        Committee = committee;
        Digest = digest;
        PersonId = by.PersonId;
        PersonName = by.Name;
        GivenAt = by.At;
    }

    private Signature()
    {
    }

    public int Id { get; private set; }

    public string Committee { get; private set; } = null!;

    /// <summary><see cref="EntryText.Digest"/> of the text that was signed.</summary>
    public string Digest { get; private set; } = null!;

    public int PersonId { get; private set; }

    /// <summary>The person's name that day.</summary>
    public string PersonName { get; private set; } = null!;

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    internal void Withdraw(string because, DateTimeOffset at)
    {
        WithdrawnAt = at;
        WithdrawnBecause = because;
    }
}
