using System.Security.Cryptography;
using System.Text;
using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Editing;

/// <summary>
/// All that a committee writes of a certification, as one value: the draft, what is signed, a published version. It may be incomplete while it
/// is a draft. Its rows bear an identifier of their own, which stays when they move or change.
/// </summary>
public sealed record EntryText
{
    public CertificationKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string LocalCode { get; init; } = "";

    public IReadOnlyList<OwnerRow> Owners { get; init; } = [];

    public string Purpose { get; init; } = "";

    public string Sectors { get; init; } = "";

    public string RegulatedActivity { get; init; } = "";

    public string EntryPrerequisites { get; init; } = "";

    public string ValidationPrerequisites { get; init; } = "";

    public string PartialValidation { get; init; } = "";

    /// <summary>Address of the committee's own page on the certification.</summary>
    public string InformationPage { get; init; } = "";

    public string WorkSituations { get; init; } = "";

    /// <summary>One job a line.</summary>
    public string TargetJobs { get; init; } = "";

    public IReadOnlyList<ActivityRow> Activities { get; init; } = [];

    public IReadOnlyList<BlockRow> Blocks { get; init; } = [];

    /// <summary>In their order, whatever block they stand in.</summary>
    public IReadOnlyList<SkillRow> Skills { get; init; } = [];

    public IReadOnlyList<AssessmentRow> Assessments { get; init; } = [];

    public IReadOnlyList<RouteRow> Routes { get; init; } = [];

    /// <summary>Codes of each nomenclature, separated by spaces.</summary>
    public string Rome { get; init; } = "";

    public string Nsf { get; init; } = "";

    public string Formacodes { get; init; } = "";

    /// <summary>What tells this very text from any other: a signature holds for it alone. SHA-256 over every field, in hexadecimal.</summary>
    public string Digest
    {
        get
        {
            var fields = EntryFields.Of(this);
            var written = string.Join('\u001e', fields.OrderBy(said => said.Key, StringComparer.Ordinal).Select(said => $"{said.Key}\u001f{said.Value}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
        }
    }

    /// <summary>Whether both say the same, field by field.</summary>
    public bool SaysTheSameAs(EntryText other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Digest == other.Digest;
    }
}
