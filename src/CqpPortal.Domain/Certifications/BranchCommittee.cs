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

    public string Key { get; private set; }

    public string Acronym { get; private set; }

    public string Name { get; private set; }

    public string? Email { get; init; }

    public IReadOnlyList<Idcc> Branches => _branches;

    public void Cover(Idcc branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (!_branches.Contains(branch)) _branches.Add(branch);
    }
}
