using System.Text.Json;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>Brings a certification in step with the latest fiche that registers it, fact by fact; a committee's word stays and is compared.</summary>
internal sealed class CertificationUpdate(PortalDbContext database, Certification certification, CombinedFiche latest, IReadOnlySet<string> branches)
{
    private readonly Fiche _fiche = latest.Fiche;

    public void Apply()
    {
        Say(CertificationFact.Title, certification.Title, FicheFacts.Title(_fiche), certification.Rename);
        Say(CertificationFact.Purpose, certification.Texts, FicheFacts.Texts(_fiche), certification.Describe);
        var owners = FicheFacts.Branches(_fiche, branches);
        // A fiche that names no agreement takes no branch away, and a CQPI keeps its two.
        if (owners.Count >= (certification.Kind == CertificationKind.Cqpi ? 2 : 1))
        {
            Say(CertificationFact.Branches, certification.Branches.Select(owner => owner.Branch.ToString()).Order(), owners.Select(owner => owner.Branch.ToString()).Order(),
                _ => certification.OwnedBy(owners));
        }
        var frameworks = FicheFacts.Frameworks(_fiche);
        if (frameworks.Blocks.Count > 0 || frameworks.Activities.Count > 0)
        {
            Say(CertificationFact.Skills,
                certification.Blocks.OrderBy(block => block.Position).Select(block => new { block.Code, block.Title, Skills = block.Skills.OrderBy(skill => skill.Position).Select(skill => skill.Title) }),
                frameworks.Blocks.Select(block => new { block.Code, block.Title, Skills = block.Skills.Select(skill => skill.Title) }), _ => certification.Frame(frameworks));
        }
        Fill(CertificationFact.AccessRoutes, certification.Routes, [.. FicheFacts.Routes(_fiche)]);
        Fill(CertificationFact.Statistics, certification.Statistics, [.. FicheFacts.Statistics(_fiche)]);
        Fill(CertificationFact.Codes, certification.Codes, [.. FicheFacts.Codes(_fiche)]);
        if (!certification.IsSaidByCommittee(CertificationFact.Registrations)) Cite(CertificationFact.Registrations);
        if (certification.Successions.Count > 0 && !certification.IsSaidByCommittee(CertificationFact.Successions)) Cite(CertificationFact.Successions);
    }

    private void Fill<T>(CertificationFact fact, List<T> ours, List<T> theirs)
    {
        if (theirs.Count == 0) return;
        Say(fact, ours, theirs, rows =>
        {
            ours.Clear();
            ours.AddRange(rows);
        });
    }

    private void Say<T>(CertificationFact fact, T ours, T theirs, Action<T> take)
    {
        var (known, told) = (JsonSerializer.Serialize(ours), JsonSerializer.Serialize(theirs));
        if (certification.IsSaidByCommittee(fact))
        {
            if (known != told) Contradict(fact, known, told);
            else if (database.Set<Contradiction>().Find(certification.Id, fact) is { } settled) database.Remove(settled);
            return;
        }
        if (known != told) take(theirs);
        Cite(fact);
    }

    private void Cite(CertificationFact fact)
    {
        if (certification.Sources.Any(source => source.Fact == fact && source.AsOf == latest.AsOf && source.Reference == _fiche.Number.ToString())) return;
        certification.Cite(new FactSource(fact, FactOrigin.Register, latest.AsOf) { Reference = _fiche.Number.ToString() });
    }

    private void Contradict(CertificationFact fact, string ours, string theirs)
    {
        var row = database.Set<Contradiction>().Find(certification.Id, fact);
        if (row is null) database.Add(new Contradiction { CertificationId = certification.Id, Fact = fact, Ours = ours, Theirs = theirs, Number = _fiche.Number, DropDate = latest.AsOf });
        else (row.Ours, row.Theirs, row.Number, row.DropDate) = (ours, theirs, _fiche.Number, latest.AsOf);
    }
}
