using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Eligibility;

/// <summary>What a text that should name a certification may be.</summary>
/// <param name="Text">As typed, without what surrounds it.</param>
/// <param name="Numbers">The register numbers it may be: two for bare digits, none for other texts.</param>
/// <param name="Block">The block it names.</param>
internal sealed record TypedCode(string Text, string[] Numbers, SkillBlockCode? Block)
{
    /// <summary>The same for every way of typing one number or block.</summary>
    public string Key => Block?.ToString() ?? (Numbers is [var number] ? number : Text);

    /// <returns>Null for what names nothing.</returns>
    public static TypedCode? Of(string? typed)
    {
        // PostgreSQL takes no zero character.
        var text = typed?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
        if (text.Length is 0 or > Certification.MaxTitleLength) return null;
        if (SkillBlockCode.TryParse(text, null, out var block)) return new TypedCode(text, [block.Number.ToString()], block);
        if (RegistryNumber.TryParse(text, out var number)) return new TypedCode(text, [number.ToString()], null);
        return text.Length <= 6 && text.All(char.IsAsciiDigit) && int.Parse(text, null) is > 0 and <= 99_999 and var digits
            ? new TypedCode(text, [new RegistryNumber(Register.Rncp, digits).ToString(), new RegistryNumber(Register.Rs, digits).ToString()], null)
            : new TypedCode(text, [], null);
    }

    /// <param name="found">What the text was found to name.</param>
    public AskedCertification? Names(KnownCertification? found)
    {
        if (found is null) return null;
        foreach (var registration in found.Facts.Recognition.Registrations)
        {
            if (Numbers.Contains(registration.Number.ToString()))
            {
                var block = Block is null ? null : registration.Blocks.FirstOrDefault(block => SkillBlockCode.TryParse(block.Code, null, out var code) && code == Block)?.Code ?? Block.ToString();
                return new AskedCertification(found, block ?? registration.Number.ToString(), registration.Number, block);
            }
            // A code that the register itself holds malformed.
            if (registration.Blocks.FirstOrDefault(block => block.Code == Text) is { } written) return new AskedCertification(found, written.Code, registration.Number, written.Code);
        }
        return new AskedCertification(found, string.Equals(found.LocalCode, Text, StringComparison.OrdinalIgnoreCase) ? found.LocalCode! : found.Slug, null, null);
    }
}
