namespace CqpPortal.Domain.Certifications;

/// <summary>A CPNE (CPNEFP, CPNIEFP): the joint committee that creates, revises and abolishes the CQP of its branches.</summary>
public sealed class BranchCommittee
{
    public const int MaxNameLength = 300;

    private readonly List<Idcc> _branches = [];

    /// <param name="key">Stable identifier within the portal.</param>
    public BranchCommittee(string key, string acronym, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(acronym);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Key = key;
        Acronym = acronym;
        Name = name;
    }

    /// <summary>How committees call themselves.</summary>
    public static IReadOnlyList<string> Acronyms { get; } = ["CPNE", "CPNEFP", "CPNIEFP"];

    public string Key { get; private set; }

    public string Acronym { get; private set; }

    public string Name { get; private set; }

    public string? Email { get; init; }

    public IReadOnlyList<Idcc> Branches => _branches;

    /// <summary>Key of the committee that took its place; null while it acts for itself.</summary>
    public string? MergedInto { get; private set; }

    public DateOnly? MergedOn { get; private set; }

    public void Cover(Idcc branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (!_branches.Contains(branch)) _branches.Add(branch);
    }

    /// <summary>Another committee takes its place and its branches from that day; what it decided and signed stays under its own name.</summary>
    /// <exception cref="InvalidOperationException">One of the two is merged already, or they are the same.</exception>
    public void MergeInto(BranchCommittee other, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Key == Key || MergedInto is not null || other.MergedInto is not null)
            throw new InvalidOperationException($"{Key} cannot be merged into {other.Key}: both must act for themselves.");
        foreach (var branch in _branches) other.Cover(branch);
        (MergedInto, MergedOn) = (other.Key, from);
    }
}
