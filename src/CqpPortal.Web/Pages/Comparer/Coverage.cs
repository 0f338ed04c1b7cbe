using CqpPortal.Database;
using CqpPortal.Database.Frameworks;
using CqpPortal.Database.Registers;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;

namespace CqpPortal.Web.Pages.Comparer;

/// <summary>How much of one certification somebody has who holds another: by the registers where they say so, else an estimate by the words of the skills.</summary>
/// <param name="Total">Blocks where the registers tell, else skills; 0 where the wanted one describes neither.</param>
internal sealed record Coverage(ShownCertification Held, ShownCertification Wanted, int Total)
{
    /// <summary>Date of the export of the registers that says which blocks count; null for an estimate.</summary>
    public DateOnly? SaidOn { get; init; }

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

    /// <summary>Blocks that a fiche of either says count for the other; null where neither says anything.</summary>
    private static Coverage? ByRegisters(
        ShownCertification held, ShownCertification wanted, IReadOnlyList<(RegistryNumber Number, DateOnly AsOf, Database.Registers.Fiches.FicheCorrespondence Correspondence)> said)
    {
        var blocks = (wanted.Recognition.Registration ?? wanted.Certification.Registrations.MaxBy(registration => registration.LastDay))?.Blocks.OrderBy(block => block.Code, StringComparer.Ordinal).ToList() ?? [];
        bool IsOf(ShownCertification one, RegistryNumber? number) => one.Certification.Registrations.Any(registration => registration.Number == number);
        var pairs = new List<(string Wanted, string Held)>();
        DateOnly? asOf = null;
        foreach (var (number, date, one) in said)
        {
            var other = RegistryNumber.TryParse(one.OtherNumber, null, out var parsed) ? parsed : null;
            IReadOnlyList<string> got, counts;
            // A fiche says which of its blocks count for the other's, and which of the other's count for its own.
            if (IsOf(held, number) && IsOf(wanted, other)) (got, counts) = (one.Blocks, one.OtherBlocks);
            else if (IsOf(wanted, number) && IsOf(held, other)) (got, counts) = (one.OtherBlocks, one.Blocks);
            else continue;
            asOf = date;
            var source = got.Count == 0 ? held.Certification.Title : string.Join(", ", got);
            // No code named: the whole fiche.
            pairs.AddRange((counts.Count == 0 ? blocks.Select(block => block.Code) : counts).Select(code => (code, source)));
        }
        if (asOf is null || blocks.Count == 0) return null;
        var covered = blocks.Where(block => pairs.Exists(pair => pair.Wanted == block.Code)).ToList();
        // The registers speak of blocks of an older registration: of today's they say nothing.
        if (covered.Count == 0) return null;
        return new Coverage(held, wanted, blocks.Count)
        {
            SaidOn = asOf,
            Common = [.. covered.Select(block => ($"{block.Code} {block.Title}", pairs.First(pair => pair.Wanted == block.Code).Held))],
            Missing = [.. blocks.Except(covered).Select(block => $"{block.Code} {block.Title}")],
        };
    }

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
