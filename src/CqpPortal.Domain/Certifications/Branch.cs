namespace CqpPortal.Domain.Certifications;

/// <summary>A branch of activity, known by the IDCC of its collective agreement.</summary>
public sealed class Branch
{
    public const int MaxNameLength = 200;

    public Branch(Idcc idcc, string name, string fullTitle)
    {
        ArgumentNullException.ThrowIfNull(idcc);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(fullTitle);
        Idcc = idcc;
        Name = name;
        FullTitle = fullTitle;
    }

    public Idcc Idcc { get; private set; }

    /// <summary>Short name, as people say it.</summary>
    public string Name { get; private set; }

    /// <summary>Title of the collective agreement.</summary>
    public string FullTitle { get; private set; }

    /// <summary>Usual name of the OPCO that funds the branch's training, where known.</summary>
    public string? Opco { get; init; }
}
