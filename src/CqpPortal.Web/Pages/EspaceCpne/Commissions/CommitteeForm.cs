using CqpPortal.Domain.Certifications;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Commissions;

/// <summary>A committee to add: one of the list of France compétences, or one described by hand.</summary>
internal sealed class CommitteeForm
{
    /// <summary>Number in that list.</summary>
    public string? Code { get; set; }

    public string? Acronym { get; set; }

    public string? Name { get; set; }

    /// <summary>IDCC, separated by spaces.</summary>
    public string? Branches { get; set; }

    public string? Email { get; set; }

    public bool IsByHand => string.IsNullOrWhiteSpace(Code);

    public IReadOnlyList<string> BranchCodes => (Branches ?? "").Split((char[])[' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);

    internal sealed class Validator : AbstractValidator<CommitteeForm>
    {
        /// <param name="branches">IDCC that the portal knows.</param>
        public Validator(IReadOnlyCollection<string> branches)
        {
            RuleFor(form => form.Acronym).Must(acronym => acronym is not null && BranchCommittee.Acronyms.Contains(acronym)).WithMessage(_ => Say("Choisissez CPNE, CPNEFP ou CPNIEFP."));
            RuleFor(form => form.Name).Cascade(CascadeMode.Stop).NotEmpty().When(form => form.IsByHand).WithMessage(_ => Say("Choisissez une commission de la liste, ou écrivez son nom."))
                .MaximumLength(BranchCommittee.MaxNameLength).WithMessage(_ => Say($"Raccourcissez le nom : {BranchCommittee.MaxNameLength} caractères au plus."));
            RuleFor(form => form.BranchCodes).Must(codes => codes.Count > 0).When(form => form.IsByHand).WithName(nameof(Branches)).OverridePropertyName(nameof(Branches))
                .WithMessage(_ => Say("Donnez l’IDCC d’une branche au moins, comme 3248."));
            RuleForEach(form => form.BranchCodes).Must(code => Idcc.TryParse(code, null, out var idcc) && branches.Contains(idcc.ToString())).OverridePropertyName(nameof(Branches))
                .WithMessage((_, code) => Say($"« {code} » n’est pas une branche connue : écrivez ses quatre chiffres, comme 3248."));
            RuleFor(form => form.Email).Must(email => string.IsNullOrWhiteSpace(email) || (email.Length <= 254 && email.Count(letter => letter == '@') == 1 && !email.Any(char.IsWhiteSpace)))
                .WithMessage(_ => Say("Vérifiez l’adresse électronique, ou laissez-la vide."));
        }
    }
}
