using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Certifications;

/// <summary>One committee takes the place of another: its certifications, its people and its drafts pass on; its decisions, signatures and audit lines stay under its name.</summary>
public sealed record CommitteeMerger(int Certifications, int People, int Drafts)
{
    /// <summary>What the merger would change.</summary>
    public static async Task<CommitteeMerger> ForeseeAsync(PortalDbContext database, string from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return new CommitteeMerger(
            await database.Certifications.CountAsync(row => row.Branches.Any(owner => owner.Committee == from), cancellationToken),
            await database.Users.CountAsync(person => person.Grants.Any(grant => grant.Committee == from), cancellationToken),
            await database.Entries.CountAsync(entry => entry.DraftDigest != null && entry.Committees.Contains(from), cancellationToken));
    }

    /// <summary>Merges in one transaction. Drafts under way are signed again, for another committee answers for them now.</summary>
    /// <exception cref="InvalidOperationException">One of the two is merged already, or they are the same.</exception>
    public static async Task<CommitteeMerger> RunAsync(PortalDbContext database, (string From, string To) keys, DateOnly day, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(by);
        var (from, to) = keys;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var done = await ForeseeAsync(database, from, cancellationToken);
        var committee = await database.BranchCommittees.SingleAsync(row => row.Key == from, cancellationToken);
        var other = await database.BranchCommittees.SingleAsync(row => row.Key == to, cancellationToken);
        committee.MergeInto(other, day);
        foreach (var person in await database.Users.Where(person => person.Grants.Any(grant => grant.Committee == from)).ToListAsync(cancellationToken))
            person.Allow([.. person.Grants.Select(grant => grant.Committee == from ? new Grant(grant.Permission, to) : grant)]);
        database.Add(new AuditLine
        {
            At = by.At,
            Action = AuditAction.CommitteesMerged,
            PersonId = by.PersonId,
            PersonName = by.Name,
            Committee = from,
            Subject = $"{committee.Name} dans {other.Name}",
            Details = $"À partir du {day:dd/MM/yyyy} : {done.Certifications} certifications, {done.People} personnes, {done.Drafts} brouillons",
        });
        await database.SaveChangesAsync(cancellationToken);
        foreach (var entry in await database.Entries.Where(entry => entry.Committees.Contains(from)).Include(entry => entry.Certification).ToListAsync(cancellationToken))
        {
            entry.PassOn(from, to);
            if (!entry.HasDraft) continue;
            if (entry.SubmittedAt is not null) entry.TakeBack(by.At);
            var (text, _) = await EntryOpening.TextAsync(database, entry, cancellationToken);
            await DraftSaving.WriteAsync(database, entry, text with { Owners = [.. text.Owners.Select(owner => owner.Committee == from ? owner with { Committee = to } : owner)] }, by, cancellationToken);
        }
        await database.SaveChangesAsync(cancellationToken);
        var owned = await database.Certifications.Where(row => row.Branches.Any(owner => owner.Committee == from)).Select(row => row.Id).ToArrayAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"update owning_branches set committee = {to} where committee = {from}", cancellationToken);
        await StoredFacts.RefreshAsync(database, owned, cancellationToken);
        await PublicDocument.RefreshAsync(database, owned, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return done;
    }
}
