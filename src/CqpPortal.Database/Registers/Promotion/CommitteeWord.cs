using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>What the committee wrote of a certification: never overwritten, and compared with what a register says.</summary>
internal sealed class CommitteeWord(PortalDbContext database, Certification certification, CombinedFiche fiche)
{
    public bool Said(CertificationFact fact) => certification.IsSaidByCommittee(fact);

    /// <summary>Records a contradiction, or ends it where both say the same again.</summary>
    public void Compare(CertificationFact fact, string ours, string theirs)
    {
        var row = database.Set<Contradiction>().Find(certification.Id, fact);
        // A register that is silent contradicts nobody.
        if (ours == theirs || theirs.Length == 0)
        {
            if (row is not null) database.Remove(row);
        }
        else if (row is null)
        {
            database.Add(new Contradiction { CertificationId = certification.Id, Fact = fact, Ours = ours, Theirs = theirs, Number = fiche.Fiche.Number, DropDate = fiche.AsOf });
        }
        else
        {
            row.Restate(ours, theirs, fiche.Fiche.Number, fiche.AsOf);
        }
    }
}
