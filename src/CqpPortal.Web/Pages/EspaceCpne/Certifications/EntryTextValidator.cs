using CqpPortal.Domain.Editing;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

internal sealed class EntryTextValidator : AbstractValidator<EntryText>
{
    public const string Draft = "draft";

    public const string Publish = "publish";
}
