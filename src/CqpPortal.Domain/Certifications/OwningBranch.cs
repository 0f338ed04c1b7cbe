namespace CqpPortal.Domain.Certifications;

/// <summary>A branch that owns a certification, through its committee where that is known, from and until the days known.</summary>
public sealed class OwningBranch
{
    /// <exception cref="ArgumentException">It left before it joined.</exception>
    public OwningBranch(Idcc branch, string? committee = null, DateOnly? joinedOn = null, DateOnly? leftOn = null)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (leftOn < joinedOn) throw new ArgumentException($"The branch {branch} cannot leave ({leftOn:O}) before it joins ({joinedOn:O}).", nameof(leftOn));
        Branch = branch;
        Committee = committee;
        JoinedOn = joinedOn;
        LeftOn = leftOn;
    }

    public Idcc Branch { get; private set; }

    /// <summary>Key of the <see cref="BranchCommittee"/>; null where a register names the collective agreement only.</summary>
    public string? Committee { get; private set; }

    public DateOnly? JoinedOn { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly? LeftOn { get; private set; }

    public bool OwnsOn(DateOnly day) => (JoinedOn is null || JoinedOn <= day) && (LeftOn is null || day <= LeftOn);

    /// <summary>Whether both own the certification on one day at least.</summary>
    public bool OwnsTogetherWith(OwningBranch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !(LeftOn < other.JoinedOn) && !(other.LeftOn < JoinedOn);
    }
}
