using System.Globalization;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>How long a link to a preview lasts.</summary>
internal sealed class PreviewForm
{
    public const int UsualDays = 14;

    public const int MostDays = 60;

    /// <summary>As typed.</summary>
    public string? Days { get; set; }

    public int? Number => int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays ? days : null;
}

internal sealed class PreviewFormValidator : AbstractValidator<PreviewForm>
{
    public PreviewFormValidator() => RuleFor(form => form.Days).Must((form, _) => form.Number is not null).WithMessage(_ => Say($"Écrivez un nombre de jours de 1 à {PreviewForm.MostDays}, par exemple {PreviewForm.UsualDays}."));
}
