using FluentValidation.Results;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>What to correct in a form that was sent: one sentence a field, which says what to do.</summary>
internal sealed class Faults
{
    private readonly List<(string Name, string Text)> _all = [];

    /// <summary>By the names of the fields, in their order.</summary>
    public IReadOnlyList<(string Name, string Text)> All => _all;

    public bool Any => _all.Count > 0;

    public string? this[string name] => _all.FirstOrDefault(fault => fault.Name == name).Text;

    /// <summary>The first fault of a field is told, the others wait for it to be corrected.</summary>
    public void Add(string name, string text)
    {
        if (this[name] is null) _all.Add((name, text));
    }

    public Faults Add(ValidationResult result)
    {
        foreach (var failure in result.Errors) Add(failure.PropertyName, failure.ErrorMessage);
        return this;
    }
}
