namespace CqpPortal.Database.Registers;

public enum DropOutcome
{
    Taken,

    /// <summary>The same file was taken before: nothing to do.</summary>
    AlreadyTaken,

    Refused,
}

/// <summary>What became of one file.</summary>
public sealed record DropReport
{
    public required string File { get; init; }

    public DropOutcome Outcome { get; init; }

    /// <summary>In French: why it was refused, that there was nothing to do, or that the export may not be whole.</summary>
    public string? Message { get; init; }

    public RegisterFormat? Format { get; init; }

    public IReadOnlyList<string> Registers { get; init; } = [];

    public DateOnly? DropDate { get; init; }

    public int Read { get; init; }

    public int Added { get; init; }

    public int Changed { get; init; }

    public int Unchanged { get; init; }

    public int Disappeared { get; init; }

    public int Reappeared { get; init; }

    public IReadOnlyList<RejectedFiche> Rejected { get; init; } = [];

    /// <summary>Fiches taken although their dates contradict each other, among those that are new or changed.</summary>
    public IReadOnlyList<FicheWarning> Warnings { get; init; } = [];

    /// <summary>Elements that the portal does not know, kept with their fiche, and how often they came among the new and changed fiches.</summary>
    public IReadOnlyDictionary<string, int> UnknownElements { get; init; } = new Dictionary<string, int>();

    public PromotionReport Promotion { get; init; } = PromotionReport.Nothing;
}
