using CqpPortal.Database.Accounts;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Personnes;

/// <summary>Who is invited.</summary>
internal sealed class InvitationForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Of the invitation and what follows it.</summary>
    public Language Language { get; set; }

    internal sealed class Validator : AbstractValidator<InvitationForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => Say("Écrivez le prénom et le nom de la personne, comme Nadia Benali."))
                .MaximumLength(Person.MaxNameLength).WithMessage(_ => Say($"Écrivez un nom de {Person.MaxNameLength} caractères au plus."));
            RuleFor(form => form.Email).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(_ => Say("Écrivez l’adresse électronique de la personne, comme nadia.benali@exemple.fr."))
                .Must(email => email!.Trim() is { Length: <= 254 } address && !address.Any(char.IsWhiteSpace) && !address.Any(char.IsControl)
                    && address.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.'))
                .WithMessage(_ => Say("Vérifiez l’adresse électronique : elle s’écrit comme nadia.benali@exemple.fr."));
        }
    }
}
