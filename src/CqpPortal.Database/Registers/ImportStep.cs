namespace CqpPortal.Database.Registers;

/// <summary>What is being done with a file.</summary>
public enum ImportStep
{
    Reading,

    /// <summary>What is new or changed goes into the mirror, in one statement.</summary>
    Merging,

    /// <summary>The catalogue follows the mirror.</summary>
    Promoting,

    /// <summary>Committed: readers see it.</summary>
    Taken,
}
