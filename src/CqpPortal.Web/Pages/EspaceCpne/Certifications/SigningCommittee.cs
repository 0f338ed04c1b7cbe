using CqpPortal.Domain.Editing;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A committee whose signature the draft needs.</summary>
/// <param name="Given">Its signature of this very draft; null while it is missing.</param>
/// <param name="Signers">Names of the people who can sign for it.</param>
/// <param name="Withdrawn">Signatures that it gave and took back, the latest first.</param>
internal sealed record SigningCommittee(string Key, string Name, Signature? Given, IReadOnlyList<string> Signers, IReadOnlyList<Signature> Withdrawn)
{
    /// <summary>Its name within a sentence.</summary>
    public string Spoken => Written.IsEnglish ? Name : Name.StartsWith("Commission ", StringComparison.Ordinal) ? "la commission" + Name["Commission".Length..] : $"la {Name}";
}
