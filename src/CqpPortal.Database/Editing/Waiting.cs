using CqpPortal.Database.Accounts;
using CqpPortal.Database.Links;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Reports;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>What waits for a person: texts to sign or to publish, texts to decide between, remarks, contradictions, fiches and links.</summary>
public sealed record Waiting
{
    private const int Most = 50;

    /// <summary>Entries in review that a committee of the person has still to sign, with the committees that already did.</summary>
    public required IReadOnlyList<Entry> ToSign { get; init; }

    /// <summary>Entries that every owner has signed.</summary>
    public required IReadOnlyList<Entry> ToPublish { get; init; }

    /// <summary>Texts of the person's own that met another one.</summary>
    public required IReadOnlyList<(int Id, int EntryId, string Title)> ToDecide { get; init; }

    /// <summary>Drafts that the person may write and that bear open remarks, with how many.</summary>
    public required IReadOnlyList<(int EntryId, string Title, int Remarks)> Remarked { get; init; }

    /// <summary>Contradictions with the registers that nobody has answered.</summary>
    public required int Contradictions { get; init; }

    /// <summary>Fiches that may be CQP; 0 for whoever does not run imports.</summary>
    public required int ToConfirm { get; init; }

    /// <summary>What readers found wrong and nobody has settled.</summary>
    public required int Reports { get; init; }

    public required IReadOnlyList<FailingLink> FailingLinks { get; init; }

    public int Count => ToSign.Count + ToPublish.Count + ToDecide.Count + Remarked.Count + (Contradictions > 0 ? 1 : 0) + (ToConfirm > 0 ? 1 : 0) + (Reports > 0 ? 1 : 0) + FailingLinks.Count;

    public static async Task<Waiting> ForAsync(PortalDbContext database, Person person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(person);
        var committees = person.Committees;
        var (signs, writes) = (For(person, Permission.Sign), For(person, Permission.WriteDrafts));
        var inReview = await database.Entries.AsNoTracking().Where(entry => entry.SubmittedAt != null && entry.Committees.Any(committee => signs.Contains(committee)))
            .OrderBy(entry => entry.SubmittedAt).Take(Most).ToListAsync(cancellationToken);
        var remarked = await (from comment in database.Set<FieldComment>()
                              join entry in database.Entries on comment.EntryId equals entry.Id
                              where comment.ResolvedAt == null && entry.Committees.Any(committee => writes.Contains(committee))
                              group comment by new { entry.Id, entry.Title } into open
                              orderby open.Key.Title
                              select new { open.Key.Id, open.Key.Title, Count = open.Count() }).Take(Most).ToListAsync(cancellationToken);
        var aside = await (from draft in database.Set<SetAsideDraft>()
                           join entry in database.Entries on draft.EntryId equals entry.Id
                           where draft.PersonId == person.Id && draft.SettledAt == null
                           orderby draft.Id
                           select new { draft.Id, draft.EntryId, entry.Title }).Take(Most).ToListAsync(cancellationToken);
        return new Waiting
        {
            ToSign = [.. inReview.Where(entry => entry.Missing.Any(signs.Contains))],
            ToPublish = [.. inReview.Where(entry => entry.State == TextState.FullySigned)],
            ToDecide = [.. aside.Select(row => (row.Id, row.EntryId, row.Title))],
            Remarked = [.. remarked.Select(row => (row.Id, row.Title, row.Count))],
            Contradictions = await database.Set<Contradiction>().CountAsync(row => row.AnsweredAt == null
                && database.Entries.Any(entry => entry.Certification!.Id == row.CertificationId && entry.Committees.Any(committee => committees.Contains(committee))), cancellationToken),
            ToConfirm = person.May(Permission.RunImports) ? (await ConfirmationList.ReadAsync(database, cancellationToken)).Count : 0,
            Reports = await ReaderReports.OpenFor(database, person).CountAsync(cancellationToken),
            FailingLinks = await LinkChecks.FailingAsync(database, committees, cancellationToken),
        };
    }

    private static List<string> For(Person person, Permission permission) => [.. person.Committees.Where(committee => person.May(permission, committee))];
}
