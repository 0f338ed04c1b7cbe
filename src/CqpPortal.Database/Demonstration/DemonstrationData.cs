using CqpPortal.Database.Eligibility;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Demonstration;

/// <summary>The made-up certifications that show the portal. They are marked as such and never meet the registers' numbers.</summary>
public static class DemonstrationData
{
    private const string VersionName = "demonstration";

    /// <summary>Day on which the texts were last checked.</summary>
    private static readonly DateOnly WrittenOn = new(2026, 11, 24);

    /// <summary>Adds those that are not there yet, in one transaction; what is there is left as it is.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> LoadAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var digest = DemonstrationFile.Digest();
        var version = await database.Set<ReferenceVersion>().FindAsync([VersionName], cancellationToken);
        if (version?.Digest == digest) return 0;

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var files = DemonstrationFile.ReadAll().ToList();
        var committees = await AddCommitteesAsync(database, files, cancellationToken);
        var known = await database.Certifications.Where(entry => entry.IsDemonstration).Include(entry => entry.Successions)
            .ToDictionaryAsync(entry => entry.Slug, cancellationToken);
        var added = files.SelectMany(file => file.Certifications).Where(entry => !known.ContainsKey(entry.Key))
            .Select(entry => DemonstrationEntries.Certification(entry, committees, WrittenOn)).ToList();
        foreach (var certification in added) known.Add(certification.Slug, certification);
        foreach (var link in files.SelectMany(file => file.Successions)) Link(link, known, added);
        database.AddRange(added);
        if (version is null) database.Add(new ReferenceVersion { FileName = VersionName, Digest = digest, Source = files.FirstOrDefault()?.Notice ?? "" });
        else version.Digest = digest;
        await database.SaveChangesAsync(cancellationToken);
        await Habilitations.WriteAsync(database, Partners(files, added), cancellationToken);
        await SearchIndex.RefreshAsync(database, [.. added.Select(certification => certification.Id)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return added.Count;
    }

    private static async Task<Dictionary<string, BranchCommittee>> AddCommitteesAsync(
        PortalDbContext database, List<DemonstrationFile> files, CancellationToken cancellationToken)
    {
        var committees = await database.BranchCommittees.ToDictionaryAsync(committee => committee.Key, cancellationToken);
        foreach (var written in files.SelectMany(file => file.Committees))
        {
            if (committees.ContainsKey(written.Key)) continue;
            var committee = DemonstrationEntries.Committee(written);
            committees.Add(written.Key, committee);
            database.Add(committee);
        }
        return committees;
    }

    private static Dictionary<string, FichePartner[]> Partners(List<DemonstrationFile> files, List<Certification> added)
    {
        var slugs = added.Select(certification => certification.Slug).ToHashSet();
        return files.SelectMany(file => file.Certifications).Where(entry => slugs.Contains(entry.Key)).SelectMany(entry => entry.Registrations)
            .Where(registration => registration.Partners is not null).ToDictionary(registration => registration.Number, registration => registration.Partners!);
    }

    private static void Link(DemonstrationFile.Link link, Dictionary<string, Certification> known, List<Certification> added)
    {
        var from = known[link.From];
        if (!added.Contains(from)) return;
        var successor = known.GetValueOrDefault(link.To);
        from.ReplacedBy(new Succession(
            DemonstrationEntries.Successions[link.Kind], successor, successor is null ? RegistryNumber.Parse(link.To, null) : null)
        {
            ExternalTitle = link.ExternalTitle,
            Since = link.On,
        });
    }
}
