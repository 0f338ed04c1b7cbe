using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Records;

/// <summary>An application to France compétences for a registration, from the file in preparation to the decision. A value: each step gives another one.</summary>
public sealed record RegistrationApplication
{
    /// <summary>Usual time between the sending and the decision, in months.</summary>
    public const int UsualMonths = 7;

    /// <summary>Time to contest a refusal before the administrative court, in months.</summary>
    public const int AppealMonths = 2;

    public const int MaxNoteLength = 500;

    private static readonly Dictionary<ApplicationState, ApplicationState[]> Following = new()
    {
        [ApplicationState.DraftFile] = [ApplicationState.Submitted],
        [ApplicationState.Submitted] = [ApplicationState.UnderReview, ApplicationState.Inadmissible],
        [ApplicationState.UnderReview] = [ApplicationState.Favourable, ApplicationState.Adjourned, ApplicationState.Unfavourable],
        [ApplicationState.Adjourned] = [ApplicationState.Submitted],
        [ApplicationState.Favourable] = [ApplicationState.Registered],
    };

    /// <summary>1, 2, 3... within its entry.</summary>
    public required int Place { get; init; }

    public required Register Register { get; init; }

    /// <summary>Whether one cohort of certified people alone is shown, which shortens the registration.</summary>
    public bool HasOneCohort { get; init; }

    /// <summary>At least one, in the order of their days.</summary>
    public required IReadOnlyList<ApplicationStep> Steps { get; init; }

    /// <summary>The registration that it led to.</summary>
    public RegistryNumber? Number { get; init; }

    public ApplicationState State => Steps[^1].State;

    public bool IsOver => Next.Count == 0;

    public IReadOnlyList<ApplicationState> Next => Following.GetValueOrDefault(State) ?? [];

    public DateOnly? SubmittedOn => LastDay(ApplicationState.Submitted);

    /// <summary>The commission's last opinion.</summary>
    public ApplicationStep? Opinion => Steps.LastOrDefault(step => step.State is ApplicationState.Favourable or ApplicationState.Adjourned or ApplicationState.Unfavourable);

    /// <summary>Last day to contest, where the opinion is unfavourable.</summary>
    public DateOnly? AppealUntil => State == ApplicationState.Unfavourable ? Steps[^1].Day.AddMonths(AppealMonths) : null;

    /// <summary>First day of the month in which an answer is to be expected; null where none is awaited.</summary>
    public DateOnly? ExpectedIn => State is ApplicationState.Submitted or ApplicationState.UnderReview && SubmittedOn?.AddMonths(UsualMonths) is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    /// <summary>Opens the file.</summary>
    /// <exception cref="EntryRefusedException">The day is to come.</exception>
    public static RegistrationApplication Begin(int place, Register register, DateOnly day, DateOnly today)
    {
        GuardPast(day, today);
        return new RegistrationApplication { Place = place, Register = register, Steps = [new ApplicationStep(ApplicationState.DraftFile, day)] };
    }

    /// <exception cref="EntryRefusedException">The step cannot follow, its day is to come or comes before the one of the step before.</exception>
    public RegistrationApplication Go(ApplicationStep step, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.State == ApplicationState.Registered) throw new EntryRefusedException(Message.Of($"Donnez le numéro et les dates de l’enregistrement : la demande aboutit avec eux."));
        return After(step, today);
    }

    /// <summary>The application led to a registration.</summary>
    /// <exception cref="EntryRefusedException">The opinion is not favourable, or the registration is not one of that register and of a later day.</exception>
    public RegistrationApplication Succeed(RegistrationRecord registration, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Number.Register != Register)
            throw new EntryRefusedException(Register == Register.Rncp ? Message.Of($"La demande porte sur le RNCP : donnez un numéro RNCP.") : Message.Of($"La demande porte sur le répertoire spécifique : donnez un numéro RS."));
        if (registration.DecidedOn is not { } day) throw new EntryRefusedException(Message.Of($"Donnez la date de la décision : la demande aboutit ce jour-là."));
        return After(new ApplicationStep(ApplicationState.Registered, day), today) with { Number = registration.Number };
    }

    private RegistrationApplication After(ApplicationStep step, DateOnly today)
    {
        GuardPast(step.Day, today);
        if (!Next.Contains(step.State)) throw new EntryRefusedException(IsOver ? Message.Of($"Cette demande est finie : ouvrez-en une autre.") : Message.Of($"Cette étape ne peut pas suivre la précédente : choisissez-en une de la liste."));
        if (step.Day < Steps[^1].Day) throw new EntryRefusedException(Message.Of($"L’étape précédente est du {Steps[^1].Day} : celle-ci ne peut pas être plus ancienne."));
        return this with { Steps = [.. Steps, step] };
    }

    private DateOnly? LastDay(ApplicationState state) => Steps.LastOrDefault(step => step.State == state)?.Day;

    private static void GuardPast(DateOnly day, DateOnly today)
    {
        if (day > today) throw new EntryRefusedException(Message.Of($"Cette date est à venir : enregistrez l’étape quand elle aura eu lieu."));
    }
}
