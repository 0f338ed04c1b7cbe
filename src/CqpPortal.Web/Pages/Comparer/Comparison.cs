using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Web.Pages.Certifications;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Comparer;

/// <summary>Two to four certifications, question by question; what differs stands apart from what is the same.</summary>
internal sealed class Comparison
{
    public Comparison(IReadOnlyList<ShownCertification> compared)
    {
        Compared = compared;
        var rows = Rows().ToList();
        (Different, Same) = ([.. rows.Where(row => !row.IsSame)], [.. rows.Where(row => row.IsSame)]);
    }

    public IReadOnlyList<ShownCertification> Compared { get; }

    public IReadOnlyList<ComparedRow> Different { get; }

    public IReadOnlyList<ComparedRow> Same { get; }

    private IEnumerable<ComparedRow> Rows()
    {
        yield return Row(Say("Reconnaissance"), one => new ComparedCell(RecognitionWords.Sentence(one.Recognition, one.BranchNames, one.Certification.SuppressedOn))
        {
            Seal = new Seal(one.Recognition.Status, RecognitionWords.Seal(one.Recognition, one.BranchNames.Count, one.Certification.SuppressedOn)),
        });
        yield return Row(Say("Type"), one => new ComparedCell(RecognitionWords.Kind(one.Certification.Kind)));
        // The same six questions as on the page of each.
        for (var place = 0; place < Compared[0].Answers.Count; place++)
        {
            var question = place;
            yield return Row(Compared[0].Answers[question].Question, one => new ComparedCell(one.Answers[question].Why) { Answer = one.Answers[question].Answer });
        }
        yield return Row(Say("Fin de l’enregistrement"), End);
        yield return Row(Say("Branches"), one => new ComparedCell(one.BranchNames.Count == 0 ? Say("Le registre n’en nomme aucune.") : Written.List(one.BranchNames)) { IsFrench = one.BranchNames.Count > 0 });
        yield return Row(Say("Métiers (ROME)"), one => Codes(one, Classification.Rome));
        yield return Row(Say("Thèmes de formation (Formacode)"), one => Codes(one, Classification.Formacode));
        yield return Row(Say("Blocs de compétences"), one => new ComparedCell(BlocksOf(one) is var count and > 0 ? count.Grouped() : Say("Aucun, ou nous ne les connaissons pas.")));
        yield return Row(Say("Compétences décrites"), one => new ComparedCell(SkillsOf(one.Frameworks) is var count and > 0 ? count.Grouped() : Say("Nous ne les connaissons pas.")));
        yield return Row(Say("Personnes certifiées"), one => new ComparedCell(one.Certification.Statistics.MaxBy(year => year.Year) is { } last ? Say($"{last.Certified.Grouped()} en {last.Year}") : Say("Nous ne savons pas.")));
    }

    private ComparedRow Row(string name, Func<ShownCertification, ComparedCell> read) => new(name, [.. Compared.Select(read)]);

    private static ComparedCell End(ShownCertification one) => one.Recognition switch
    {
        { IsRegistered: true, Registration: { } registration } => new ComparedCell(Say($"{registration.LastDay.InWords()}, encore {one.Day.DurationTo(registration.LastDay)}")),
        { Registration: { } ended } => new ComparedCell(Say($"Terminé le {ended.LastDay.InWords()}")),
        _ => new ComparedCell(Say("Sans enregistrement.")),
    };

    private static ComparedCell Codes(ShownCertification one, Classification classification)
    {
        var codes = one.Data.Codes.Where(code => code.Code.Classification == classification).Select(code => $"{code.Code.Code} {code.Label}".TrimEnd()).ToList();
        return new ComparedCell(codes.Count == 0 ? Say("Nous ne les connaissons pas.") : string.Join(" ; ", codes)) { IsFrench = codes.Count > 0 };
    }

    private static int BlocksOf(ShownCertification one) => one.Frameworks.Blocks.Count(block => block.Code is not null) is var described and > 0
        ? described : one.Recognition.Registration?.Blocks.Count ?? 0;

    private static int SkillsOf(FrameworkSet frameworks) => frameworks.Blocks.Sum(block => block.Skills.Count);
}
