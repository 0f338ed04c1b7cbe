using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>Brings a certification in step with the latest fiche that registers it, fact by fact; a committee's word stays and is compared.</summary>
internal sealed class CertificationUpdate(PortalDbContext database, Certification certification, CombinedFiche latest, IReadOnlySet<string> branches)
{
    private static readonly CertificationFact[] Frameworks = [CertificationFact.Activities, CertificationFact.Skills, CertificationFact.Assessment];

    private readonly CommitteeWord _committee = new(database, certification, latest);
    private readonly Fiche _fiche = latest.Fiche;

    /// <param name="registrations">Those that the fiches give.</param>
    /// <returns>The numbers whose registration changed.</returns>
    public IReadOnlyList<RegistryNumber> Apply(IReadOnlyList<Registration> registrations)
    {
        var changed = Register(registrations);
        Say(CertificationFact.Title, certification.Title, FicheFacts.Title(_fiche), () => certification.Rename(FicheFacts.Title(_fiche)));
        Describe(FicheFacts.Texts(_fiche));
        var owners = FicheFacts.Branches(_fiche, branches);
        // A fiche that names no agreement takes no branch away, and a CQPI keeps its two.
        if (owners.Count >= (certification.Kind == CertificationKind.Cqpi ? 2 : 1))
            Say(CertificationFact.Branches, FactWords.Of(certification.Branches), FactWords.Of(owners), () => certification.OwnedBy(owners));
        Frame();
        Fill(CertificationFact.AccessRoutes, certification.Routes, [.. FicheFacts.Routes(_fiche)], FactWords.Of, certification.ReachedBy);
        Fill(CertificationFact.Statistics, certification.Statistics, [.. FicheFacts.Statistics(_fiche)], FactWords.Of, certification.CountedBy);
        Fill(CertificationFact.Codes, certification.Codes, [.. FicheFacts.Codes(_fiche)], FactWords.Of, certification.ClassedAs);
        return changed;
    }

    private List<RegistryNumber> Register(IReadOnlyList<Registration> registrations)
    {
        if (_committee.Said(CertificationFact.Registrations))
        {
            _committee.Compare(CertificationFact.Registrations, FactWords.Of(certification.Registrations), FactWords.Of(registrations));
            return [];
        }
        Cite(CertificationFact.Registrations);
        return [.. registrations.Where(registration => certification.Restate(registration)).Select(registration => registration.Number)];
    }

    /// <summary>Purpose and prerequisites are facts of their own: a committee may have written one and not the other.</summary>
    private void Describe(CertificationTexts told)
    {
        Say(CertificationFact.Purpose, FactWords.Purpose(certification.Texts), FactWords.Purpose(told), () => certification.Describe(
            certification.Texts with { Purpose = told.Purpose, Sectors = told.Sectors, RegulatedActivity = told.RegulatedActivity }));
        Say(CertificationFact.Prerequisites, FactWords.Prerequisites(certification.Texts), FactWords.Prerequisites(told), () => certification.Describe(
            certification.Texts with { EntryPrerequisites = told.EntryPrerequisites, ValidationPrerequisites = told.ValidationPrerequisites, PartialValidation = told.PartialValidation }));
    }

    /// <summary>The three frameworks are taken as a whole, for their rows are linked: where the committee wrote one of them, none is.</summary>
    private void Frame()
    {
        var told = FicheFacts.Frameworks(_fiche);
        if (told.Blocks.Count == 0 && told.Activities.Count == 0) return;
        var (known, register) = (FactWords.Frameworks(certification), FactWords.Frameworks(told));
        if (Frameworks.Any(_committee.Said))
        {
            foreach (var fact in Frameworks.Where(_committee.Said)) _committee.Compare(fact, known[fact], register[fact]);
            return;
        }
        if (Frameworks.Any(fact => known[fact] != register[fact])) certification.Frame(told);
        foreach (var fact in Frameworks.Where(fact => register[fact].Length > 0)) Cite(fact);
    }

    private void Fill<T>(CertificationFact fact, IReadOnlyList<T> ours, IReadOnlyList<T> theirs, Func<IEnumerable<T>, string> words, Action<IReadOnlyList<T>> take)
    {
        if (theirs.Count > 0) Say(fact, words(ours), words(theirs), () => take(theirs));
    }

    private void Say(CertificationFact fact, string ours, string theirs, Action take)
    {
        if (_committee.Said(fact))
        {
            _committee.Compare(fact, ours, theirs);
            return;
        }
        if (ours != theirs) take();
        if (theirs.Length > 0) Cite(fact);
    }

    private void Cite(CertificationFact fact)
    {
        if (certification.Sources.Any(source => source.Fact == fact && source.AsOf == latest.AsOf && source.Reference == _fiche.Number.ToString())) return;
        certification.Cite(new FactSource(fact, FactOrigin.Register, latest.AsOf) { Reference = _fiche.Number.ToString() });
    }
}
