using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>A fiche of the registers as a text to begin from.</summary>
public static class TextOfFiche
{
    /// <returns>Null where no export held the fiche.</returns>
    public static async Task<EntryText?> ReadAsync(PortalDbContext database, RegistryNumber number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var fiches = await RegisterFiches.ReadCoreAsync(database, [number], cancellationToken);
        if (!fiches.TryGetValue(number, out var combined)) return null;
        var fiche = combined.Fiche;
        var known = (await database.Branches.Select(branch => branch.Idcc).AsAsyncEnumerable().Select(idcc => idcc.ToString()).ToListAsync(cancellationToken)).ToHashSet();
        var certification = new Certification(CertificationKind.Cqp, Slug.From(FicheFacts.Title(fiche)), FicheFacts.Title(fiche), FicheFacts.Branches(fiche, known));
        certification.Describe(FicheFacts.Texts(fiche));
        certification.Frame(FicheFacts.Frameworks(fiche));
        certification.ReachedBy([.. FicheFacts.Routes(fiche)]);
        certification.ClassedAs([.. FicheFacts.Codes(fiche)]);
        return CertificationText.Read(certification) with { Kind = CqpEvidence.IsInterBranch(fiche) ? CertificationKind.Cqpi : CertificationKind.Cqp };
    }
}
