namespace CqpPortal.Domain.Certifications;

/// <summary>A branch that owns a certification, through its committee where that is known, from and until the days known.</summary>
public sealed class OwningBranch
{
    public OwningBranch(Idcc branch, string? committee = null)
    {
        ArgumentNullException.ThrowIfNull(branch);
        Branch = branch;
        Committee = committee;
    }

    public Idcc Branch { get; private set; }

    /// <summary>Key of the <see cref="BranchCommittee"/>; null where a register names the collective agreement only.</summary>
    public string? Committee { get; private set; }

    public DateOnly? JoinedOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    public bool OwnsOn(DateOnly day) => (JoinedOn is null || JoinedOn <= day) && (LeftOn is null || day <= LeftOn);
}
