using CqpPortal.Database;
using CqpPortal.Database.Frameworks;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;

namespace CqpPortal.Web.Pages.Comparer;

/// <summary>How much of one certification somebody has who holds another: by the registers where they say so, else an estimate by the words of the skills.</summary>
/// <param name="Total">Blocks where the registers tell, else skills; 0 where the wanted one describes neither.</param>
internal sealed record Coverage(ShownCertification Held, ShownCertification Wanted, int Total)
{
    /// <summary>Date of the export of the registers that says which blocks count, the oldest where several do; null for an estimate.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>Only the fiche of the one that is held says so: who delivers the wanted one has not said that it counts there.</summary>
    public bool IsSaidByHeldOnly { get; init; }

    public required IReadOnlyList<(string Wanted, string Held)> Common { get; init; }

    public required IReadOnlyList<string> Missing { get; init; }

    public bool IsEstimate => SaidOn is null;

    /// <summary>Every ordered pair, in the order of the comparison. Two questions to the database, whatever the number of pairs.</summary>
    public static async Task<IReadOnlyList<Coverage>> OfAsync(PortalDbContext database, IReadOnlyList<ShownCertification> compared, CancellationToken cancellationToken)
    {
        var numbers = compared.SelectMany(one => one.Certification.Registrations.Select(registration => registration.Number)).ToList();
        var said = await RegisterFiches.CorrespondencesAsync(database, numbers, cancellationToken);
        var near = await SkillMatches.BetweenAsync(database, [.. compared.Select(one => one.Certification.Id)], cancellationToken);
        return [.. compared.SelectMany(held => compared.Where(wanted => wanted != held).Select(wanted => ByRegisters(held, wanted, said) ?? BySkills(held, wanted, near)))];
    }

    /// <summary>
    /// Blocks that the registers say count; null where they say nothing. A fiche names what it recognises of others (art. L. 6113-7 of the labour code): the
    /// wanted one's own word is a fact, the other's alone is not.
    /// </summary>
    private static Coverage? ByRegisters(
        ShownCertification held, ShownCertification wanted, IReadOnlyList<(RegistryNumber Number, DateOnly AsOf, FicheCorrespondence Correspondence)> said)
    {
        var blocks = (wanted.Recognition.Registration ?? wanted.Certification.Registrations.MaxBy(registration => registration.LastDay))?.Blocks.OrderBy(block => block.Code, StringComparer.Ordinal).ToList() ?? [];
        var own = said.Where(one => IsOf(wanted, one.Number) && IsOf(held, OtherOf(one.Correspondence))).Select(one => (one.AsOf, Wanted: one.Correspondence.Blocks, Held: one.Correspondence.OtherBlocks));
        var other = said.Where(one => IsOf(held, one.Number) && IsOf(wanted, OtherOf(one.Correspondence))).Select(one => (one.AsOf, Wanted: one.Correspondence.OtherBlocks, Held: one.Correspondence.Blocks));
        return Of(own, isSaidByHeldOnly: false) ?? Of(other, isSaidByHeldOnly: true);

        Coverage? Of(IEnumerable<(DateOnly AsOf, IReadOnlyList<string> Wanted, IReadOnlyList<string> Held)> lines, bool isSaidByHeldOnly)
        {
            // No code named: the whole fiche.
            var covered = blocks.Select(block => (Block: block, By: lines.Where(line => line.Wanted.Count == 0 || line.Wanted.Contains(block.Code)).ToList())).Where(block => block.By.Count > 0).ToList();
            // The registers may speak of blocks of an older registration: of today's they say nothing.
            if (covered.Count == 0) return null;
            return new Coverage(held, wanted, blocks.Count)
            {
                SaidOn = covered.SelectMany(block => block.By).Min(line => line.AsOf),
                IsSaidByHeldOnly = isSaidByHeldOnly,
                Common = [.. covered.Select(block => ($"{block.Block.Code} {block.Block.Title}", block.By[0].Held.Count == 0 ? held.Certification.Title : string.Join(", ", block.By[0].Held)))],
                Missing = [.. blocks.Except(covered.Select(block => block.Block)).Select(block => $"{block.Code} {block.Title}")],
            };
        }
    }

    private static bool IsOf(ShownCertification one, RegistryNumber? number) => one.Certification.Registrations.Any(registration => registration.Number == number);

    private static RegistryNumber? OtherOf(FicheCorrespondence correspondence) => RegistryNumber.TryParse(correspondence.OtherNumber, null, out var number) ? number : null;

    private static Coverage BySkills(ShownCertification held, ShownCertification wanted, IReadOnlyList<SkillMatch> near)
    {
        var skills = wanted.Frameworks.Blocks.SelectMany(block => block.Skills).Select(skill => skill.Title).Distinct().ToList();
        var common = near.Where(match => match.WantedIn == wanted.Certification.Id && match.HeldIn == held.Certification.Id).ToDictionary(match => match.Wanted, match => match.Held);
        // What does not describe its skills covers nothing that anybody knows of.
        var isKnown = held.Frameworks.Blocks.Any(block => block.Skills.Count > 0);
        return new Coverage(held, wanted, isKnown ? skills.Count : 0)
        {
            Common = [.. skills.Where(common.ContainsKey).Select(skill => (skill, common[skill]))],
            Missing = [.. skills.Where(skill => !common.ContainsKey(skill))],
        };
    }
}
