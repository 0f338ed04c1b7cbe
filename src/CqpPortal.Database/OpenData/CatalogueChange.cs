namespace CqpPortal.Database.OpenData;

/// <summary>One thing that happened to a certification of the catalogue: written once, with the change itself, never removed.</summary>
public sealed class CatalogueChange
{
    public long Id { get; private set; }

    /// <summary>
    /// Its place in the feed, 1, 2, 3, …, given when the change is committed: who has read up to one number misses none that came before it. Null
    /// until then, which only its own transaction sees.
    /// </summary>
    public long? Number { get; private set; }

    public int CertificationId { get; private set; }

    public ChangeKind Kind { get; private set; }

    /// <summary>Names of the fields of <see cref="PublicCertification"/> that say something else, in JSON's writing.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>When it entered the feed.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}
