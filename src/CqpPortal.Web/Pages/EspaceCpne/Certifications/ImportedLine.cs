using CqpPortal.Database.Editing;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A line that is understood, with the entry it is about; none for one to create.</summary>
internal sealed record ImportedLine(int Line, OwnedCertification? Owned, int Revision, EntryText Text, IReadOnlyList<FieldChange> Changes)
{
    public bool IsNew => Owned is null;
}
