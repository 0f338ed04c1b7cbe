using System.Text.RegularExpressions;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Database.Registers.Fiches;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>
/// What makes a fiche a CQP, from the strongest evidence to the weakest: its title, its own text, its predecessor, its collective agreement.
/// The abbreviation tells nothing: it is filled for registrations by right only.
/// </summary>
internal sealed partial record CqpEvidence(bool IsCertain, string Words)
{
    /// <summary>Whether a drop's word alone makes the fiche worth reading again with all that is known of it.</summary>
    public static bool MayBe(Fiche fiche) =>
        fiche.RegistrationType?.Contains("droit", StringComparison.OrdinalIgnoreCase) != true
        && (fiche.Agreements.Count > 0 || fiche.IdccCodes.Count > 0 || Name().IsMatch(fiche.Title)
            || (fiche.Texts.Objectives is { } objectives && Name().IsMatch(objectives)) || fiche.Routes.Any(route => route.Jury is { } jury && Name().IsMatch(jury)));

    /// <returns>Null when nothing speaks for a CQP.</returns>
    public static CqpEvidence? Of(Fiche fiche)
    {
        // CQP are always registered on request.
        if (fiche.RegistrationType?.Contains("droit", StringComparison.OrdinalIgnoreCase) == true) return null;
        if (Name().IsMatch(fiche.Title)) return new CqpEvidence(true, "Le titre de la fiche dit que c’est un CQP.");
        var texts = string.Join(' ', [fiche.Texts.Objectives, .. fiche.Routes.Select(route => route.Jury)]);
        if (OfItself().Match(texts) is { Success: true } said) return new CqpEvidence(true, $"La fiche parle d’elle-même comme d’un CQP : « {said.Value.Trim()} ».");
        if (OtherNature().IsMatch(fiche.Title)) return null;
        if (Name().IsMatch(texts)) return new CqpEvidence(false, "La fiche parle d’un CQP, sans dire si c’est elle.");
        return (fiche.Agreements.Count > 0 || fiche.IdccCodes.Count > 0) && fiche.Certifiers.Any(certifier => certifier.Siret is { } siret && ReferenceFile.BranchCertifiers.ContainsKey(siret))
            ? new CqpEvidence(false, "La fiche relève d’une convention collective et son certificateur est celui d’une branche.")
            : null;
    }

    /// <summary>The renewal of a known CQP is one, unless its title says it became something else.</summary>
    public static CqpEvidence? Inherited(Fiche fiche, Fiche predecessor) =>
        fiche.RegistrationType?.Contains("droit", StringComparison.OrdinalIgnoreCase) != true && !OtherNature().IsMatch(fiche.Title) && ShareCertifier(fiche, predecessor)
            ? new CqpEvidence(true, $"Elle remplace {predecessor.Number}, qui est un CQP, chez le même certificateur.")
            : null;

    public static bool IsInterBranch(Fiche fiche) => InterBranch().IsMatch(fiche.Title);

    /// <summary>The title names a professional title or a diploma: no CQP.</summary>
    public static bool IsOfOtherNature(string title) => OtherNature().IsMatch(title) && !Name().IsMatch(title);

    private static bool ShareCertifier(Fiche one, Fiche other) =>
        one.Certifiers.Any(certifier => other.Certifiers.Any(known =>
            (certifier.Siret is not null && certifier.Siret == known.Siret) || string.Equals(certifier.Name, known.Name, StringComparison.OrdinalIgnoreCase)));

    // A word of its own: ACQPA is a body that certifies paint inspectors.
    [GeneratedRegex(@"\bCQP[IM]?\b|certificats? de qualification (?:professionnelle|paritaire)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:ce|du présent|le présent|au présent)\s+(?:CQP[IM]?\b|certificat de qualification professionnelle)[^.;]{0,60}|\bjury (?:paritaire )?du CQP[IM]?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfItself();

    [GeneratedRegex(@"\bCQPI\b|CQP inter-?branches?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InterBranch();

    [GeneratedRegex(@"\b(?:TFP|BTM|CTM|BMS|BTMS|BP|BTS|BUT|CAP|DEUST|MC)\b|titre à finalité|titre professionnel|brevet|dipl[ôo]me|licence|master\b|mention complémentaire", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherNature();
}
