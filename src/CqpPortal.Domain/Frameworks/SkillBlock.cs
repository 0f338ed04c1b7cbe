namespace CqpPortal.Domain.Frameworks;

/// <summary>
/// A block of skills: a consistent set that can be assessed and validated on its own (L. 6113-1). What has no blocks (RS) keeps
/// its skills in one without code or title.
/// </summary>
public sealed class SkillBlock
{
    private readonly List<Skill> _skills = [];

    public SkillBlock(int position, string? code, string? title)
    {
        Position = position;
        Code = code;
        Title = title;
    }

    public int Id { get; private set; }

    public int Position { get; private set; }

    /// <summary>Code within the certification, such as <c>BC01</c>.</summary>
    public string? Code { get; private set; }

    public string? Title { get; private set; }

    public IReadOnlyList<Skill> Skills => _skills;

    public void Add(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        _skills.Add(skill);
    }
}
