using System.Globalization;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using FluentValidation;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>What was typed in a form of the dated facts; each kind asks for some of it.</summary>
internal sealed class RecordForm
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy"];

    public required RecordKind What { get; init; }

    /// <summary>Whether a fact that is there is corrected: a reason is then asked for.</summary>
    public bool IsCorrection { get; init; }

    public string? Kind { get; init; }

    public string? Committee { get; init; }

    public string? Authority { get; init; }

    public string? Register { get; init; }

    public string? OneCohort { get; init; }

    public string? State { get; init; }

    public string? Day { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? Number { get; init; }

    public string? Level { get; init; }

    public string? DecidedOn { get; init; }

    public string? PublishedOn { get; init; }

    public string? EffectOn { get; init; }

    public string? EndsOn { get; init; }

    public string? DeliveryDeadline { get; init; }

    public string? Note { get; init; }

    public string? Reason { get; init; }

    public string? Confirm { get; init; }

    public static RecordForm Read(RecordKind kind, bool isCorrection, IFormCollection form)
    {
        string? Typed(string name) => form[name].FirstOrDefault() is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        return new RecordForm
        {
            What = kind,
            IsCorrection = isCorrection,
            Kind = Typed("Kind"),
            Committee = Typed("Committee"),
            Authority = Typed("Authority"),
            Register = Typed("Register"),
            OneCohort = Typed("OneCohort"),
            State = Typed("State"),
            Day = Typed("Day"),
            From = Typed("From"),
            Until = Typed("Until"),
            Number = Typed("Number"),
            Level = Typed("Level"),
            DecidedOn = Typed("DecidedOn"),
            PublishedOn = Typed("PublishedOn"),
            EffectOn = Typed("EffectOn"),
            EndsOn = Typed("EndsOn"),
            DeliveryDeadline = Typed("DeliveryDeadline"),
            Note = Typed("Note"),
            Reason = Typed("Reason"),
            Confirm = Typed("Confirm"),
        };
    }

    /// <returns>Null for what is no day of this world.</returns>
    public static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1980 and <= 2100 ? day : null;

    /// <summary>The registration as it was typed; ask only for what is valid.</summary>
    /// <param name="was">Keeps its incidents.</param>
    public RegistrationRecord ToRegistration(RegistrationRecord? was) => new(was?.Number ?? RegistryNumber.Parse(Number!, null), ReadDay(EndsOn)!.Value)
    {
        Level = Level is null ? null : int.Parse(Level, CultureInfo.InvariantCulture),
        DecidedOn = ReadDay(DecidedOn),
        PublishedOn = ReadDay(PublishedOn),
        EffectOn = ReadDay(EffectOn),
        DeliveryDeadline = ReadDay(DeliveryDeadline),
        Suspensions = was?.Suspensions ?? [],
        WithdrawnOn = was?.WithdrawnOn,
    };

    /// <summary>What each kind asks for, and what to do where it is not there.</summary>
    internal sealed class Validator : AbstractValidator<RecordForm>
    {
        private static string WriteDay => Say("Écrivez la date, par exemple 12/03/2026.");

        /// <param name="person">Acts for the committees that it may write for.</param>
        /// <param name="was">The registration that is corrected.</param>
        public Validator(Person person, IReadOnlyList<string> committees, RegistrationRecord? was, DateOnly today)
        {
            RuleFor(form => form.Kind).Must((form, kind) => form.What.Name == "proposition" ? Enum.TryParse<ProposalKind>(kind, out _) : Decisions.ContainsKey(kind ?? ""))
                .When(form => form.What.Asks(nameof(Kind))).WithMessage(_ => Say("Choisissez de quoi il s’agit."));
            RuleFor(form => form.Committee).Must(committee => committee is not null && committees.Contains(committee))
                .When(form => form.What.Asks(nameof(Committee))).WithMessage(_ => Say($"Choisissez une commission pour laquelle vous écrivez, {person.Name}."));
            RuleFor(form => form.Authority).Must(authority => Enum.TryParse<TransmissionAuthority>(authority, out _)).When(form => form.What.Asks(nameof(Authority))).WithMessage(_ => Say("Choisissez à qui la certification a été transmise."));
            RuleFor(form => form.Register).Must(register => Enum.TryParse<Register>(register, out _)).When(form => form.What.Asks(nameof(Register))).WithMessage(_ => Say("Choisissez le registre demandé."));
            RuleFor(form => form.OneCohort).Must(answer => answer is "true" or "false").When(form => form.What.Asks(nameof(OneCohort))).WithMessage(_ => Say("Dites combien de promotions le dossier montre."));
            RuleFor(form => form.State).Must(state => Enum.TryParse<ApplicationState>(state, out _)).When(form => form.What.Asks(nameof(State))).WithMessage(_ => Say("Choisissez l’étape."));
            RuleFor(form => form.Day).Must(IsDay).When(form => form.What.Asks(nameof(Day))).WithMessage(_ => WriteDay);
            RuleFor(form => form.From).Must(IsDay).When(form => form.What.Asks(nameof(From))).WithMessage(_ => WriteDay);
            RuleFor(form => form.Until).Must(IsDayOrNothing).When(form => form.What.Asks(nameof(Until))).WithMessage(_ => Say("Écrivez la date, par exemple 12/03/2026, ou laissez vide si la fin n’est pas connue."));
            RuleFor(form => form.Until).Must((form, until) => !(ReadDay(until) < ReadDay(form.From))).When(form => form.What.Asks(nameof(Until))).WithMessage(_ => Say("La fin ne peut pas précéder le début : vérifiez les deux dates."));
            RuleFor(form => form.Note).MaximumLength(RegistrationApplication.MaxNoteLength).WithMessage(_ => Say($"Écrivez {RegistrationApplication.MaxNoteLength} caractères au plus."));
            RuleFor(form => form.Reason).NotNull().When(form => form.What.Asks(nameof(Reason)) || form.IsCorrection).WithMessage(_ => Say("Dites pourquoi : la raison est gardée avec le fait."));
            RuleFor(form => form.Reason).MaximumLength(DatedRecords.MaxReasonLength).WithMessage(_ => Say($"Écrivez {DatedRecords.MaxReasonLength} caractères au plus."));
            RuleFor(form => form.Confirm).Equal("true").When(form => form.What.Asks(nameof(Confirm))).WithMessage(_ => Say("Confirmez : une suppression publiée ne se reprend pas."));
            When(form => form.What.Asks(nameof(EndsOn)), () =>
            {
                RuleFor(form => form.Number).Must((form, number) => form.IsCorrection || RegistryNumber.TryParse(number, out _)).WithMessage(_ => Say("Écrivez le numéro, par exemple RNCP41234 ou RS7001."));
                RuleFor(form => form.Level).Must(level => level is null || int.TryParse(level, CultureInfo.InvariantCulture, out _)).WithMessage(_ => Say("Écrivez un niveau de 1 à 8, ou laissez vide."));
                RuleFor(form => form.EndsOn).Must(IsDay).WithMessage(_ => WriteDay);
                // Asked for at once, before the other dates can be read.
                RuleFor(form => form.DecidedOn).NotNull().When(_ => was is null).WithMessage(_ => Say("Donnez la date de la décision : un numéro n’existe pas sans elle."));
                RuleFor(form => form.PublishedOn).NotNull().When(_ => was is null).WithMessage(_ => Say("Donnez la date de publication en ligne : l’enregistrement prend effet ce jour-là (art. R. 6113-12)."));
                RuleFor(form => form.DecidedOn).Must(IsDayOrNothing).WithMessage(_ => WriteDay);
                RuleFor(form => form.PublishedOn).Must(IsDayOrNothing).WithMessage(_ => WriteDay);
                RuleFor(form => form.EffectOn).Must(IsDayOrNothing).WithMessage(_ => WriteDay);
                RuleFor(form => form.DeliveryDeadline).Must(IsDayOrNothing).WithMessage(_ => WriteDay);
            });
            // The law itself speaks once the fields are readable; what is new in the register is judged as such.
            RuleFor(form => form).Custom((form, context) =>
            {
                if (!form.What.Asks(nameof(EndsOn)) || !form.IsReadable) return;
                foreach (var problem in RegistrationRules.Problems(form.ToRegistration(was), was, today)) context.AddFailure(problem.Field, problem.Message.InWords());
            });
        }

        private static bool IsDay(string? typed) => ReadDay(typed) is not null;

        private static bool IsDayOrNothing(string? typed) => typed is null || IsDay(typed);
    }

    /// <summary>A decision to abolish has a form of its own.</summary>
    public static IReadOnlyDictionary<string, Domain.Certifications.CommitteeDecisionKind> Decisions { get; } =
        Enum.GetValues<Domain.Certifications.CommitteeDecisionKind>().Where(kind => kind != Domain.Certifications.CommitteeDecisionKind.Suppression).ToDictionary(kind => kind.ToString());

    private bool IsReadable => (IsCorrection || RegistryNumber.TryParse(Number, out _)) && (Level is null || int.TryParse(Level, CultureInfo.InvariantCulture, out _)) && ReadDay(EndsOn) is not null
        && new[] { DecidedOn, PublishedOn, EffectOn, DeliveryDeadline }.All(day => day is null || ReadDay(day) is not null);
}
