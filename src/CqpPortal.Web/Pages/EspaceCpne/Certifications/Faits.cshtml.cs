using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using CqpPortal.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>Everything dated of an entry: in the branch, in the registers, at France compétences. What the registers' mirror says stands beside it.</summary>
internal sealed class FaitsModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    public EntryFacts Facts { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    /// <summary>What the registers say of the numbers that they know.</summary>
    public IReadOnlyDictionary<RegistryNumber, MirroredRegistration> Mirror { get; private set; } = new Dictionary<RegistryNumber, MirroredRegistration>();

    public IReadOnlyList<Contradiction> Contradictions { get; private set; } = [];

    public IReadOnlyDictionary<string, string> CommitteeNames { get; private set; } = new Dictionary<string, string>();

    /// <summary>The public address; null before the first publication.</summary>
    public string? PublicAddress => Entry.Certification is { } certification ? $"/certifications/{certification.Slug}" : null;

    /// <summary>Whether something was just written.</summary>
    public bool IsRecorded { get; private set; }

    /// <summary>The facts of the branch, the latest first; those that can be corrected with the address of their form.</summary>
    public IReadOnlyList<(DateOnly Day, string Words, string? By, string? Correct)> Branch =>
    [
        .. Facts.Records.Proposals.Select(row => (row.Day, RecordWords.Of(row.Kind), Name(row.Committee), (string?)Form("proposition", RecordRow.Of(row))))
            .Concat(Facts.Records.Decisions.Select(row => (Day: row.DecidedOn, RecordWords.Of(row.Kind), Name(row.Committee), row.Kind == CommitteeDecisionKind.Suppression ? null : Form("decision", RecordRow.Of(row)))))
            .Concat(Facts.Records.Sendings.Select(row => (Day: row.SentOn, SentTo(row.Authority), (string?)null, (string?)Form("transmission", RecordRow.Of(row)))))
            .Concat(Facts.Records.SuppressedOn is { } suppressed ? [(suppressed, suppressed > Today ? Say("Sera supprimée") : Say("Supprimée"), null, null)] : Array.Empty<(DateOnly, string, string?, string?)>())
            .Concat(Facts.Records.ClosedOn is { } closed ? [(closed, Say("Close : le dernier candidat a fini"), null, null)] : Array.Empty<(DateOnly, string, string?, string?)>())
            .OrderByDescending(row => row.Item1),
    ];

    public async Task OnGetAsync(string? enregistre, CancellationToken cancellationToken)
    {
        Facts = (await FactRecording.FindAsync(Database, Entry.Id, cancellationToken)).Facts;
        Today = Clock.TodayInParis();
        IsRecorded = enregistre is not null;
        CommitteeNames = await Database.BranchCommittees.Where(committee => Entry.Committees.Contains(committee.Key) || Facts.Records.Decisions.Select(row => row.Committee).Contains(committee.Key))
            .ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        if (Entry.Certification is { IsDemonstration: true }) return;
        Mirror = await MirroredRegistration.FindAsync(Database, [.. Facts.Records.Registrations.Select(row => row.Number)], cancellationToken);
        if (Entry.Certification is { } certification)
            Contradictions = await Database.Set<Contradiction>().AsNoTracking().Where(row => row.CertificationId == certification.Id).OrderBy(row => row.AnsweredAt != null).ThenBy(row => row.Fact).ToListAsync(cancellationToken);
    }

    /// <summary>Address of a form, for one fact where a row is given.</summary>
    public string Form(string what, string? row = null) => $"/espace-cpne/certifications/{Entry.Id}/faits/{what}{(row is null ? "" : $"?ligne={Uri.EscapeDataString(row)}")}";

    public string StateOf(RegistrationRecord row)
    {
        var registration = row.ToRegistration();
        return registration.WithdrawnOn is { } withdrawn && withdrawn <= Today ? Say($"Retiré le {withdrawn.InWords()}")
            : registration.HasEndedOn(Today) ? Say($"Terminé depuis le {registration.LastDay.AddDays(1).InWords()}")
            : registration.IsSuspendedOn(Today) ? Say("Suspendu")
            : registration.IsActiveOn(Today) ? Say($"En vigueur, encore {Today.DurationTo(registration.LastDay)}")
            : Say("Pas encore en vigueur");
    }

    private static string SentTo(TransmissionAuthority authority) => authority switch
    {
        TransmissionAuthority.FranceCompetences => Say("Transmise à France compétences"),
        TransmissionAuthority.Cncp => Say("Transmise à la CNCP"),
        _ => Say("Transmise à la Caisse des dépôts"),
    };

    private string? Name(string committee) => CommitteeNames.GetValueOrDefault(committee, committee);
}
