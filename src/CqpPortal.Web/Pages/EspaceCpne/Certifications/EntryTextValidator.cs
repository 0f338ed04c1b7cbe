using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>
/// Checks a text as the editor, the review and the import do, each failure under the path of its field: <see cref="Draft"/> before it is kept,
/// <see cref="Publish"/>, which holds the first, before it is sent to review.
/// </summary>
internal sealed class EntryTextValidator : AbstractValidator<EntryText>
{
    public const string Draft = "draft";

    public const string Publish = "publish";

    /// <summary>For drafts alone.</summary>
    public EntryTextValidator() => RuleSet(Draft, () => Report(EntryFaults.OfDraft));

    /// <param name="day">Day on which it would be published.</param>
    /// <param name="unknown">Branches whose committee is not known.</param>
    public EntryTextValidator(DateOnly day, IReadOnlyCollection<Idcc> unknown)
        : this() => RuleSet(Publish, () => Report(text => EntryFaults.OfPublication(text, day, unknown)));

    private void Report(Func<EntryText, IReadOnlyList<EntryFault>> faults) => RuleFor(text => text).Custom((text, context) =>
    {
        foreach (var (path, message) in faults(text)) context.AddFailure(path, message.InWords());
    });
}
