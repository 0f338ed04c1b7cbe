using CqpPortal.Database.Editing;
using CqpPortal.Domain.Editing;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>What is typed on the page of the review; each button asks for some of it, by the rule set of its name.</summary>
internal sealed class ReviewForm
{
    /// <summary>Digest of the text that was on screen.</summary>
    public string? Digest { get; set; }

    /// <summary>Field that a remark is about; empty for the whole.</summary>
    public string? Path { get; set; }

    public string? Remark { get; set; }

    public string? Committee { get; set; }

    /// <summary>Why a signature is withdrawn.</summary>
    public string? Because { get; set; }

    /// <summary>Why the version is published, for everybody to read.</summary>
    public string? Reason { get; set; }
}

internal sealed class ReviewFormValidator : AbstractValidator<ReviewForm>
{
    public const string Comment = "Comment";

    public const string Withdraw = "Withdraw";

    public const string Publish = "Publish";

    private static string Unreadable => Say("Recopiez ce texte sans mise en forme : il contient un caractère illisible.");

    public ReviewFormValidator()
    {
        RuleSet(Comment, () => RuleFor(form => form.Remark).Must(IsReadable).WithMessage(_ => Unreadable)
            .NotEmpty().WithMessage(_ => Say("Écrivez votre remarque, par exemple « Précisez la durée de l’épreuve. »"))
            .MaximumLength(FieldComment.MaxTextLength).WithMessage(form => TooLong(FieldComment.MaxTextLength, form.Remark)));
        RuleSet(Withdraw, () => RuleFor(form => form.Because).Must(IsReadable).WithMessage(_ => Unreadable)
            .NotEmpty().WithMessage(_ => Say("Dites pourquoi : les autres commissions le liront."))
            .MaximumLength(Signature.MaxReasonLength).WithMessage(form => TooLong(Signature.MaxReasonLength, form.Because)));
        RuleSet(Publish, () => RuleFor(form => form.Reason).Must(IsReadable).WithMessage(_ => Unreadable)
            .NotEmpty().WithMessage(_ => Say("Dites en une phrase ce qui change et pourquoi : le public le lira."))
            .MaximumLength(EntryVersion.MaxReasonLength).WithMessage(form => TooLong(EntryVersion.MaxReasonLength, form.Reason)));
    }

    private static bool IsReadable(string? text) => text is null || EntryFaults.IsReadable(text);

    private static string TooLong(int most, string? text) => Say($"Raccourcissez ce texte : {most} caractères au plus, ici {text!.Length}.");
}
