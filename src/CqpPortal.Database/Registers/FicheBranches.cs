using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Registers;

/// <summary>The branches whose agreements a fiche names.</summary>
public static class FicheBranches
{
    /// <summary>By number; those of the numbers that no drop held are left out.</summary>
    public static async Task<IReadOnlyDictionary<RegistryNumber, IReadOnlyList<Idcc>>> FindAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (numbers.Count == 0) return new Dictionary<RegistryNumber, IReadOnlyList<Idcc>>();
        var known = (await database.Branches.Select(branch => branch.Idcc).ToListAsync(cancellationToken)).Select(idcc => idcc.ToString()).ToHashSet();
        return (await RegisterFiches.ReadOutlinesAsync(database, numbers, cancellationToken))
            .ToDictionary(entry => entry.Key, entry => (IReadOnlyList<Idcc>)[.. FicheFacts.Branches(entry.Value.Fiche, known).Select(owner => owner.Branch)]);
    }
}
