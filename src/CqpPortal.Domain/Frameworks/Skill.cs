namespace CqpPortal.Domain.Frameworks;

/// <summary>A skill: a row of the skills framework, with the knowledge it rests on, the activities it serves and how it is assessed.</summary>
public sealed class Skill
{
    private readonly List<Activity> _activities = [];
    private readonly List<Assessment> _assessments = [];

    public Skill(int position, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Position = position;
        Title = title;
    }

    public int Id { get; private set; }

    public int Position { get; private set; }

    public string Title { get; private set; }

    /// <summary>Useful in several activities: safety, communication, accessibility, ecological or digital transition.</summary>
    public bool IsTransversal { get; init; }

    public IReadOnlyList<string> Knowledge { get; init; } = [];

    public IReadOnlyList<Activity> Activities => _activities;

    public IReadOnlyList<Assessment> Assessments => _assessments;

    public void Serves(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (!_activities.Contains(activity)) _activities.Add(activity);
    }

    public void IsAssessedBy(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (!_assessments.Contains(assessment)) _assessments.Add(assessment);
    }
}
