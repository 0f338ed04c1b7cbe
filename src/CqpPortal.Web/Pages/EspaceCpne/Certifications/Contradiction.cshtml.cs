using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A register says otherwise than the committee: both side by side, and the committee's answer.</summary>
internal sealed class ContradictionModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    private static Dictionary<string, string> Labels => new() { ["Choice"] = Say("Votre réponse"), ["Reason"] = Say("Pourquoi") };

    public Contradiction Contradiction { get; private set; } = null!;

    public string Seen { get; private set; } = "";

    public TypedForm Typed { get; private set; } = new("", Labels);

    /// <summary>Whether one of both says something else than what the person read before answering.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>What is taken from the register together with that fact.</summary>
    public IReadOnlyList<CertificationFact> TakenWith => ContradictionAnswers.TakenWith(Contradiction.Fact);

    public async Task<IActionResult> OnGetAsync(CertificationFact fact, CancellationToken cancellationToken)
    {
        if (!await FindAsync(fact, cancellationToken)) return NotFound();
        Typed = Typed.With(("Reason", Contradiction.Reason), ("Choice", Contradiction.AnsweredAt is null ? null : "keep"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CertificationFact fact, ContradictionForm form, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid || !await FindAsync(fact, cancellationToken)) return NotFound();
        Typed = Typed.With(("Choice", form.Choice), ("Reason", form.Reason));
        var check = await new ContradictionForm.Validator().ValidateAsync(form, cancellationToken);
        if (!check.IsValid) return Refused(check.Errors.DistinctBy(error => error.PropertyName).ToDictionary(error => error.PropertyName, error => error.ErrorMessage));
        var answer = new AnsweredContradiction(Entry.Id, fact, form.Seen ?? "", form.Reason!.Trim()) { Words = InFrench(fact) };
        try
        {
            var isWritten = form.Choice == "keep"
                ? await ContradictionAnswers.KeepAsync(Database, answer, Author, cancellationToken)
                : await ContradictionAnswers.TakeAsync(Database, answer, Author, cancellationToken);
            if (isWritten) return LocalRedirect($"/espace-cpne/certifications/{Entry.Id}/faits?enregistre=contradiction");
        }
        catch (RefusedDropException)
        {
            return Refused(new Dictionary<string, string> { ["Choice"] = Say("Un autre import est en cours sur cette base : attendez qu'il finisse, puis recommencez.") });
        }
        if (!await FindAsync(fact, cancellationToken)) return LocalRedirect($"/espace-cpne/certifications/{Entry.Id}/faits");
        IsOutdated = true;
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>For the log and the versions, which are French whoever answers.</summary>
    private static string InFrench(CertificationFact fact)
    {
        using var french = Written.In(Language.French);
        return RecordWords.Of(fact);
    }

    private PageResult Refused(Dictionary<string, string> errors)
    {
        Typed = Typed with { Refused = errors.ToDictionary(error => error.Key, error => new RuleText(error.Value, error.Value)) };
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private async Task<bool> FindAsync(CertificationFact fact, CancellationToken cancellationToken)
    {
        if (Entry.Certification is not { } certification) return false;
        var found = await Database.Set<Contradiction>().AsNoTracking().FirstOrDefaultAsync(row => row.CertificationId == certification.Id && row.Fact == fact, cancellationToken);
        if (found is null) return false;
        (Contradiction, Seen) = (found, ContradictionAnswers.Digest(found));
        return true;
    }
}

/// <summary>An answer as it is sent.</summary>
public sealed class ContradictionForm
{
    public string? Choice { get; set; }

    public string? Reason { get; set; }

    public string? Seen { get; set; }

    internal sealed class Validator : AbstractValidator<ContradictionForm>
    {
        public Validator()
        {
            RuleFor(form => form.Choice).Must(choice => choice is "keep" or "take").WithMessage(_ => Say("Choisissez : gardez votre texte, ou reprenez celui du registre."));
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => Say("Dites pourquoi : la raison est gardée avec la réponse."));
            RuleFor(form => form.Reason).MaximumLength(Contradiction.MaxReasonLength).WithMessage(_ => Say($"Écrivez {Contradiction.MaxReasonLength} caractères au plus."));
        }
    }
}
