using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>One form of the dated facts of an entry: a fact to add or, where the address names one, to correct.</summary>
internal sealed class FaitModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    /// <summary>The actions whose lines tell somebody what changed under their hands.</summary>
    private static readonly AuditAction[] Telling = [AuditAction.FactRecorded, AuditAction.Suppressed, AuditAction.ContradictionAnswered, AuditAction.Published, AuditAction.FicheLinked];

    private EntryFacts _facts = null!;

    public RecordKind What { get; private set; } = null!;

    /// <summary>Name of the fact that is corrected or followed; null for a new one.</summary>
    public string? Row { get; private set; }

    public TypedForm Typed { get; private set; } = null!;

    public IReadOnlyList<Field> Fields { get; private set; } = [];

    /// <summary>Digest of the facts that the form stands on.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>The last line of the log by then.</summary>
    public long Since { get; private set; }

    /// <summary>What others did since; null where nothing came between.</summary>
    public IReadOnlyList<AuditLine>? Meanwhile { get; private set; }

    /// <summary>The certification that holds the number typed.</summary>
    public TakenNumberException? Taken { get; private set; }

    public bool IsCorrection => Row is not null && !What.NeedsRow;

    public string Heading => IsCorrection && What.CorrectedHeading is { } corrected ? corrected() : What.Heading();

    /// <summary>Where the form is sent: to this very page.</summary>
    public string Action => $"/espace-cpne/certifications/{Entry.Id}/faits/{What.Name}{(Row is null ? "" : $"?ligne={Uri.EscapeDataString(Row)}")}";

    /// <summary>What is corrected or followed, in words.</summary>
    public string? About { get; private set; }

    /// <summary>Names of the entry's committees by their keys.</summary>
    public IReadOnlyDictionary<string, string> CommitteeNames { get; private set; } = new Dictionary<string, string>();

    private DateOnly Today => Clock.TodayInParis();

    protected override Permission Needs(string? handler) =>
        RouteData.Values["what"] is string what && RecordKind.All.TryGetValue(what, out var kind) ? kind.Needs : Permission.WriteDrafts;

    public async Task<IActionResult> OnGetAsync(string what, string? ligne, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(what, ligne, cancellationToken)) return NotFound();
        Show(Known());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string what, string? ligne, string? seen, long since, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(what, ligne, cancellationToken)) return NotFound();
        var form = RecordForm.Read(What, IsCorrection, Request.Form);
        var was = What.Name == "enregistrement" && Row is not null ? _facts.Records.Find(RegistryNumber.Parse(Row, null)) : null;
        var checkedForm = await new RecordForm.Validator(Person, Committees(Permission.WriteDrafts), was, Today).ValidateAsync(form, cancellationToken);
        if (!checkedForm.IsValid)
        {
            Show(TypedValues(), checkedForm.Errors.DistinctBy(error => error.PropertyName).ToDictionary(error => error.PropertyName, error => error.ErrorMessage));
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        try
        {
            var change = new FactChange(Entry.Id, seen ?? "", facts => Change(facts, form), (before, now) => AuditLine.Cut(InFrench(before, now, form))!)
            {
                Action = What.Name == "suppression" ? AuditAction.Suppressed : AuditAction.FactRecorded,
            };
            if (await FactRecording.RecordAsync(Database, change, Author, cancellationToken)) return LocalRedirect($"/espace-cpne/certifications/{Entry.Id}/faits?enregistre={What.Name}#{What.Panel}");
        }
        catch (EntryRefusedException refused)
        {
            Show(TypedValues(), new Dictionary<string, string> { [What.Fields.First(field => field is "Day" or "From" or "DecidedOn")] = refused.Words.InWords() });
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        catch (TakenNumberException taken)
        {
            Taken = taken;
            Show(TypedValues(), new Dictionary<string, string> { ["Number"] = Say($"{taken.Number} est déjà le numéro de « {taken.Title} ». Un numéro n’appartient qu’à une certification : vérifiez-le.") });
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        // The request's context holds what was read within the change: what is shown is read anew.
        await OpenAsync(what, ligne, cancellationToken);
        Meanwhile = await Database.AuditLog.AsNoTracking().Where(line => line.EntryId == Entry.Id && line.Id > since && Telling.Contains(line.Action)).OrderBy(line => line.Id).Take(20).ToListAsync(cancellationToken);
        Show(TypedValues());
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }


    private async Task<bool> OpenAsync(string what, string? row, CancellationToken cancellationToken)
    {
        if (!RecordKind.All.TryGetValue(what, out var kind)) return false;
        (What, Row) = (kind, string.IsNullOrEmpty(row) ? null : row);
        Database.ChangeTracker.Clear();
        _facts = (await FactRecording.FindAsync(Database, Entry.Id, cancellationToken)).Facts;
        Seen = _facts.Digest;
        CommitteeNames = await Database.BranchCommittees.Where(committee => Entry.Committees.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        Since = await Database.AuditLog.Where(line => line.EntryId == Entry.Id).MaxAsync(line => (long?)line.Id, cancellationToken) ?? 0;
        if (Row is null) return !kind.NeedsRow;
        About = Find();
        // What somebody corrected meanwhile is told as a conflict, and keeps what was typed.
        return About is not null || HttpMethods.IsPost(Request.Method);
    }

    private string? Find() => What.Name switch
    {
        "proposition" => _facts.Records.Proposals.Where(row => RecordRow.Of(row) == Row).Select(RecordWords.Of).FirstOrDefault(),
        "decision" => _facts.Records.Decisions.Where(row => RecordRow.Of(row) == Row && row.Kind != CommitteeDecisionKind.Suppression).Select(RecordWords.Of).FirstOrDefault(),
        "transmission" => _facts.Records.Sendings.Where(row => RecordRow.Of(row) == Row).Select(RecordWords.Of).FirstOrDefault(),
        "enregistrement" or "suspension" or "retrait" => RegistryNumber.TryParse(Row, out var number) && _facts.Records.Find(number) is { } record ? RecordWords.Of(record) : null,
        "etape" or "inscription" => Application() is { IsOver: false } application && What.Name == "inscription" == application.Next.Contains(ApplicationState.Registered)
            ? Say($"{RecordWords.Of(application.Register)}, {RecordWords.Of(application.State)} depuis le {application.Steps[^1].Day.InWords()}") : null,
        _ => null,
    };

    private RegistrationApplication? Application() =>
        int.TryParse(Row, CultureInfo.InvariantCulture, out var place) ? _facts.Applications.FirstOrDefault(application => application.Place == place) : null;

    /// <summary>What the fields of a correction hold at first.</summary>
    private Dictionary<string, string> Known()
    {
        var known = new Dictionary<string, string?>();
        if (What.Asks("Committee") && Committees(Permission.WriteDrafts) is [var only]) known["Committee"] = only;
        // The end of a suspension that is still open is what most come for.
        if (What.Name == "suspension" && _facts.Records.Find(RegistryNumber.Parse(Row!, null))?.Suspensions.Where(period => period.Until is null).ToList() is [var open, ..])
            known["From"] = TypedForm.Iso(open.From);
        if (IsCorrection)
        {
            var records = _facts.Records;
            var (proposal, decision, sending) = (records.Proposals.FirstOrDefault(row => RecordRow.Of(row) == Row), records.Decisions.FirstOrDefault(row => RecordRow.Of(row) == Row), records.Sendings.FirstOrDefault(row => RecordRow.Of(row) == Row));
            if (What.Name == "proposition") (known["Kind"], known["Committee"], known["Day"]) = (proposal!.Kind.ToString(), proposal.Committee, TypedForm.Iso(proposal.Day));
            if (What.Name == "decision") (known["Kind"], known["Committee"], known["Day"]) = (decision!.Kind.ToString(), decision.Committee, TypedForm.Iso(decision.DecidedOn));
            if (What.Name == "transmission") (known["Authority"], known["Day"]) = (sending!.Authority.ToString(), TypedForm.Iso(sending.SentOn));
            if (What.Name == "enregistrement" && records.Find(RegistryNumber.Parse(Row!, null)) is { } record)
            {
                static string? Iso(DateOnly? day) => day is { } value ? TypedForm.Iso(value) : null;
                known["Level"] = record.Level?.ToString(CultureInfo.InvariantCulture);
                (known["DecidedOn"], known["PublishedOn"], known["EffectOn"]) = (Iso(record.DecidedOn), Iso(record.PublishedOn), Iso(record.EffectOn));
                (known["EndsOn"], known["DeliveryDeadline"]) = (Iso(record.EndsOn), Iso(record.DeliveryDeadline));
            }
        }
        return known.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value!);
    }

    private Dictionary<string, string> TypedValues() =>
        Labels().Keys.Where(name => !string.IsNullOrEmpty(Request.Form[name].FirstOrDefault())).ToDictionary(name => name, name => Request.Form[name][0]!);

    private void Show(Dictionary<string, string> values, IReadOnlyDictionary<string, string>? refused = null)
    {
        Typed = new TypedForm(Request.Path, Labels())
        {
            Values = values,
            Refused = (refused ?? new Dictionary<string, string>()).ToDictionary(error => error.Key, error => new RuleText(error.Value, error.Value)),
        };
        Fields = [.. Typed.Labels.Keys.Select(Field)];
    }

    private Dictionary<string, string> Labels()
    {
        var names = What.Fields.Where(field => !(IsCorrection && field == "Number")).Concat(IsCorrection && !What.Asks("Reason") ? ["Reason"] : Array.Empty<string>());
        return names.ToDictionary(name => name, name => name switch
        {
            "Kind" => What.Name == "proposition" ? Say("Étape") : Say("Décision"),
            "Committee" => Say("Commission"),
            "Authority" => Say("Transmise à"),
            "Register" => Say("Registre demandé"),
            "OneCohort" => Say("Promotions montrées dans le dossier"),
            "State" => Say("Étape"),
            "Day" => What.Name == "suppression" ? Say("Supprimée à compter du") : Say("Date"),
            "From" => What.Name == "retrait" ? Say("Retiré à compter du") : Say("Premier jour"),
            "Until" => Say("Dernier jour"),
            "Number" => Say("Numéro"),
            "Level" => Say("Niveau"),
            "DecidedOn" => Say("Date de la décision"),
            "PublishedOn" => Say("Date de publication en ligne"),
            "EffectOn" => Say("Date d’effet"),
            "EndsOn" => Say("Fin de l’enregistrement"),
            "DeliveryDeadline" => Say("Délivrance possible jusqu’au"),
            "Note" => Say("Ce qu’a dit France compétences"),
            "Confirm" => Say("Confirmation"),
            _ => IsCorrection ? Say("Pourquoi cette correction") : Say("Raison"),
        });
    }

    private Field Field(string name)
    {
        var field = Typed.Field(name);
        return name switch
        {
            "Kind" when What.Name == "proposition" => field with { Choices = [("", Say("Choisissez")), .. Enum.GetValues<ProposalKind>().Select(kind => (kind.ToString(), RecordWords.Of(kind)))] },
            "Kind" => field with { Choices = [("", Say("Choisissez")), .. RecordForm.Decisions.Select(kind => (kind.Key, RecordWords.Of(kind.Value)))] },
            "Committee" => field with { Language = Written.FrenchOnly, Choices = [("", Say("Choisissez")), .. Committees(Permission.WriteDrafts).Select(committee => (committee, CommitteeNames.GetValueOrDefault(committee, committee)))] },
            "Authority" => field with { Choices = [("", Say("Choisissez")), .. Enum.GetValues<TransmissionAuthority>().Select(authority => (authority.ToString(), RecordWords.Of(authority)))], Help = Say("La CNCP jusqu’à la fin de 2018.") },
            "Register" => field with { Choices = [("", Say("Choisissez")), .. Enum.GetValues<Register>().Select(register => (register.ToString(), RecordWords.Of(register)))] },
            "OneCohort" => field with { Choices = [("", Say("Choisissez")), ("false", Say("Deux ou plus")), ("true", Say("Une seule"))], Help = Say($"Avec une seule promotion, un enregistrement demandé depuis le 1er octobre 2025 dure {RegistrationRules.MaxYearsOfOneCohort} ans au plus.") },
            "State" => field with { Choices = [("", Say("Choisissez")), .. (Application()?.Next ?? []).Select(state => (state.ToString(), RecordWords.Of(state)))] },
            "Until" => field with { IsDate = true, Help = Say("Laissez vide si la fin n’est pas connue.") },
            "Number" => field with { Help = Say("Par exemple RNCP41234 ou RS7001.") },
            "Level" => field with { InputMode = "numeric", Help = Say("De 1 à 8 au RNCP ; vide au répertoire spécifique, et pour un CQP enregistré avant 2019.") },
            "PublishedOn" => field with { IsDate = true, Help = Say("C’est le jour où il prend effet.") },
            "EffectOn" => field with { IsDate = true, Help = Say("Si la décision en donne une autre.") },
            "EndsOn" => field with { IsDate = true, Help = Say($"Dernier jour compris. {Registration.MaxYears} ans au plus après la prise d’effet.") },
            "DeliveryDeadline" => field with { IsDate = true, Help = Say("Si la décision la donne : elle ne se calcule pas.") },
            "Day" when What.Name == "suppression" => field with { IsDate = true, Help = Say("Premier jour sans nouvelle entrée. Il peut être à venir.") },
            "Day" or "From" or "DecidedOn" => field with { IsDate = true },
            "Note" => field with { IsLong = true, Language = Written.FrenchOnly, Help = Say("Facultatif : l’avis en quelques mots, ou ce qu’il faut compléter.") },
            "Reason" => field with { IsLong = true, Language = Written.FrenchOnly, Help = What.Name == "suppression" ? Say("Le public la lira.") : Say("Gardée dans le journal, avec votre nom.") },
            "Confirm" => field with { Choices = [("", Say("Pas encore")), ("true", Say("Oui, la commission a décidé de supprimer cette certification"))] },
            _ => field,
        };
    }

    /// <summary>The facts with what the form says, refused where it cannot be.</summary>
    private EntryFacts Change(EntryFacts facts, RecordForm form)
    {
        var records = facts.Records;
        DateOnly On(string? typed) => RecordForm.ReadDay(typed)!.Value;
        EntryFacts With(DatedRecords changed) => facts with { Records = changed };
        // Gone since: the digest would have told, so it was never there.
        T? Instead<T>(IEnumerable<T> rows, Func<T, string> name)
            where T : class => IsCorrection ? rows.FirstOrDefault(row => name(row) == Row) ?? throw new EntryRefusedException(Message.Of($"Ce fait n’existe plus : rouvrez la page des faits.")) : null;
        return What.Name switch
        {
            "proposition" => With(records.Propose(new Proposal(Enum.Parse<ProposalKind>(form.Kind!), form.Committee!, On(form.Day)), Today, Instead(records.Proposals, RecordRow.Of))),
            "decision" => With(records.Decide(new CommitteeDecision(RecordForm.Decisions[form.Kind!], form.Committee!, On(form.Day)), Today, Instead(records.Decisions, RecordRow.Of))),
            "transmission" => With(records.Send(new Sending(Enum.Parse<TransmissionAuthority>(form.Authority!), On(form.Day)), Today, Instead(records.Sendings, RecordRow.Of))),
            "enregistrement" => With(records.Register(NewOrKnown(facts, form), Today)),
            "suspension" => With(records.Suspend(RegistryNumber.Parse(Row!, null), new ValidityPeriod(On(form.From), RecordForm.ReadDay(form.Until)), Today)),
            "retrait" => With(records.Withdraw(RegistryNumber.Parse(Row!, null), On(form.From), Today)),
            "demande" => facts.Apply(RegistrationApplication.Begin(facts.Applications.Count + 1, Enum.Parse<Register>(form.Register!), On(form.Day), Today) with { HasOneCohort = form.OneCohort == "true" }),
            "etape" => facts.Go(facts.Application(Place()).Go(new ApplicationStep(Enum.Parse<ApplicationState>(form.State!), On(form.Day), form.Note), Today)),
            "inscription" => With(records.Register(NewOrKnown(facts, form), Today)).Go(facts.Application(Place()).Succeed(form.ToRegistration(null), Today)),
            "suppression" => With(records.Suppress(On(form.Day), form.Reason!)),
            _ => With(records.Close(On(form.Day), Today)),
        };
    }

    private RegistrationRecord NewOrKnown(EntryFacts facts, RecordForm form)
    {
        var record = form.ToRegistration(IsCorrection ? facts.Records.Find(RegistryNumber.Parse(Row!, null)) : null);
        return IsCorrection || facts.Records.Find(record.Number) is null ? record : throw new EntryRefusedException(Message.Of($"{record.Number} est déjà enregistré ici : corrigez-le depuis la page des faits."));
    }

    private int Place() => int.TryParse(Row, CultureInfo.InvariantCulture, out var place) ? place : 0;

    /// <summary>For the audit log, which is French whoever writes the fact.</summary>
    private static string InFrench(EntryFacts was, EntryFacts now, RecordForm form)
    {
        using var french = Written.In(Language.French);
        return Words(was, now, form);
    }

    /// <summary>What was, what is now, why.</summary>
    private static string Words(EntryFacts was, EntryFacts now, RecordForm form)
    {
        static IEnumerable<string> All(EntryFacts facts) =>
        [
            .. facts.Records.Proposals.Select(RecordWords.Of), .. facts.Records.Decisions.Select(RecordWords.Of), .. facts.Records.Sendings.Select(RecordWords.Of), .. facts.Records.Registrations.Select(RecordWords.Of),
            .. facts.Applications.SelectMany(application => application.Steps.Select(step =>
                $"Demande {application.Place} ({RecordWords.Of(application.Register)}) : {RecordWords.Of(step.State)}, {step.Day.InWords()}{(step.Note is null ? "" : $" ({step.Note})")}")),
            .. facts.Records.SuppressedOn is { } suppressed ? [$"Supprimée à compter du {suppressed.InWords()}"] : Array.Empty<string>(),
            .. facts.Records.ClosedOn is { } closed ? [$"Close le {closed.InWords()}"] : Array.Empty<string>(),
        ];
        var (before, after) = (All(was).Except(All(now)).ToList(), All(now).Except(All(was)).ToList());
        return string.Join('\n', before.Select(line => "Avant : " + line).Concat(after.Select(line => "Maintenant : " + line)).Concat(form.Reason is { } reason ? ["Raison : " + reason] : Array.Empty<string>()));
    }
}
