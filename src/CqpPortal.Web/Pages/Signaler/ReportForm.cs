using CqpPortal.Database.Reports;
using CqpPortal.Web.Forms;
using FluentValidation;

namespace CqpPortal.Web.Pages.Signaler;

/// <summary>What a reader found wrong, and where to answer.</summary>
internal sealed class ReportForm
{
    public string? Words { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>The same as plain text, without what a word processor adds.</summary>
    public ReportForm Clean() => new() { Words = TypedText.Lines(Words), ReplyTo = TypedText.Line(ReplyTo) };

    internal sealed class Validator : AbstractValidator<ReportForm>
    {
        public Validator()
        {
            RuleFor(form => form.Words).NotEmpty().WithMessage(_ => Say("Dites ce qui est faux, par exemple : « La date de fin est passée, le nouveau numéro est RNCP12345. »"));
            RuleFor(form => form.Words).MaximumLength(ReaderReport.MaxWords)
                .WithMessage(form => Say($"Raccourcissez : {form.Words!.Length} caractères, {ReaderReport.MaxWords} au plus. Dites l’essentiel, on vous demandera le reste."));
            RuleFor(form => form.ReplyTo).Must(address => string.IsNullOrEmpty(address) || (address.Length <= ReaderReport.MaxAddress && MimeKit.MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address))
                .WithMessage(_ => Say("Écrivez une adresse électronique, comme nadia.benali@exemple.fr, ou laissez vide."));
        }
    }
}
