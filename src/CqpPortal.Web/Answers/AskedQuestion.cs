namespace CqpPortal.Web.Answers;

/// <summary>What was asked, as understood: each parameter that was told or has a default, written as in addresses. Holds nothing about who asks.</summary>
internal sealed record AskedQuestion
{
    public required string Code { get; init; }

    public string? Block { get; init; }

    public DateOnly? OrderDate { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? FinishedOn { get; init; }

    public string? Situation { get; init; }

    public string? Branch { get; init; }

    public string? Region { get; init; }

    public decimal? Price { get; init; }

    public decimal? Balance { get; init; }

    public decimal? TopUp { get; init; }

    public string? TopUpFrom { get; init; }

    public string? ProviderSiret { get; init; }

    public bool? BlocksDeclared { get; init; }

    public IReadOnlyList<string>? HeldBlocks { get; init; }

    public DateOnly? ApplicationDate { get; init; }

    public int? ExperienceMonths { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? AdmissibleOn { get; init; }

    public DateOnly? JuryOn { get; init; }

    public int? FilesThisYear { get; init; }

    public int? OtherFilesThisYear { get; init; }

    public decimal? JuryFee { get; init; }

    public bool? OnFranceVae { get; init; }

    public bool? RegisteredOnFranceVae { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? Day { get; init; }

    public int? SeniorityMonths { get; init; }

    public bool? ChangesJob { get; init; }

    public bool? YoungOrOnBenefits { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? AwardedOn { get; init; }
}
