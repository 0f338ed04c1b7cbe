using CqpPortal.Database;
using CqpPortal.Database.Recognition;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>The registrations that have reached a step of their ladder; for a first digest, all those that are on it.</summary>
internal sealed class RenewalDigest : IDigestSource
{
    public async Task<DigestSection?> FindAsync(PortalDbContext database, DigestReader reader, CancellationToken cancellationToken)
    {
        var lines = new List<DigestLine>();
        foreach (var ending in await EndingRegistrations.FindAsync(database, reader.Committees, reader.Day, cancellationToken))
        {
            if (ending.Ladder.ReachedBetween(reader.Since ?? DateOnly.MinValue, reader.Day) is not { } step) continue;
            lines.Add(new DigestLine(
                Say($"{ending.Title} ({ending.Ladder.Registration.Number}) prend fin le {ending.Ladder.EndsOn.InWords()}, {RenewalWords.TimeLeft(ending.Ladder, reader.Day)}. {RenewalWords.ToDo(step)}"),
                $"/certifications/{ending.Slug}"));
        }
        return lines.Count == 0 ? null : new DigestSection(Say("Fins d’enregistrement"), lines);
    }
}
