namespace CqpPortal.Database.Registers.Fiches;

/// <summary>One fiche from the two formats: the newer one's word, the other's where it says nothing.</summary>
internal static class FicheCombination
{
    /// <param name="newer">From the format whose drop is the more recent.</param>
    /// <param name="older">From the other format.</param>
    /// <param name="xml">Whichever of the two is XML: the only one with details of bodies, blocks and routes, so that a later CSV cannot thin them out.</param>
    public static Fiche Of(Fiche newer, Fiche older, Fiche xml)
    {
        var csv = ReferenceEquals(xml, newer) ? older : newer;
        return newer with
        {
            TechnicalId = newer.TechnicalId ?? older.TechnicalId,
            Abbreviation = newer.Abbreviation ?? older.Abbreviation,
            PublicationState = newer.PublicationState ?? older.PublicationState,
            IsActive = newer.IsActive ?? older.IsActive,
            Level = newer.Level ?? older.Level,
            RegistrationType = newer.RegistrationType ?? older.RegistrationType,
            Dates = Dates(newer.Dates, older.Dates),
            Texts = Texts(xml.Texts, csv.Texts),
            NsfCodes = Filled(newer.NsfCodes, older.NsfCodes),
            RomeCodes = Filled(newer.RomeCodes, older.RomeCodes),
            Formacodes = Filled(newer.Formacodes, older.Formacodes),
            Agreements = Filled(newer.Agreements, older.Agreements),
            IdccCodes = Filled(newer.IdccCodes, older.IdccCodes),
            Certifiers = Filled(xml.Certifiers, csv.Certifiers),
            HasPartners = newer.HasPartners ?? older.HasPartners,
            Partners = Filled(xml.Partners, csv.Partners),
            Routes = Filled(xml.Routes, csv.Routes),
            Blocks = Filled(xml.Blocks, csv.Blocks),
            Correspondences = Filled(xml.Correspondences, csv.Correspondences),
            Statistics = Filled(xml.Statistics, csv.Statistics),
            LevelCohortYears = Filled(xml.LevelCohortYears, csv.LevelCohortYears),
            Decrees = Filled(xml.Decrees, csv.Decrees),
            ReplacedBy = Filled(newer.ReplacedBy, older.ReplacedBy),
            Replaces = Filled(newer.Replaces, older.Replaces),
            OpenInNewCaledonia = newer.OpenInNewCaledonia ?? older.OpenInNewCaledonia,
            OpenInFrenchPolynesia = newer.OpenInFrenchPolynesia ?? older.OpenInFrenchPolynesia,
            PartialValidation = newer.PartialValidation ?? older.PartialValidation,
            Link = newer.Link ?? older.Link,
            Other = xml.Other.Count > 0 ? xml.Other : csv.Other,
        };
    }

    private static FicheDates Dates(FicheDates newer, FicheDates older) => new()
    {
        DecidedOn = newer.DecidedOn ?? older.DecidedOn,
        PublishedOn = newer.PublishedOn ?? older.PublishedOn,
        EffectiveOn = newer.EffectiveOn ?? older.EffectiveOn,
        EndsOn = newer.EndsOn ?? older.EndsOn,
        DeliverableUntil = newer.DeliverableUntil ?? older.DeliverableUntil,
        LastOfficialJournalOn = newer.LastOfficialJournalOn ?? older.LastOfficialJournalOn,
        Years = newer.Years ?? older.Years,
    };

    private static FicheTexts Texts(FicheTexts xml, FicheTexts csv) => new()
    {
        Objectives = xml.Objectives ?? csv.Objectives,
        Activities = xml.Activities ?? csv.Activities,
        AttestedSkills = xml.AttestedSkills ?? csv.AttestedSkills,
        Sectors = xml.Sectors ?? csv.Sectors,
        TargetJobs = xml.TargetJobs ?? csv.TargetJobs,
        Regulations = xml.Regulations ?? csv.Regulations,
        EntryPrerequisites = xml.EntryPrerequisites ?? csv.EntryPrerequisites,
        ValidationPrerequisites = xml.ValidationPrerequisites ?? csv.ValidationPrerequisites,
        PartialValidationScope = xml.PartialValidationScope ?? csv.PartialValidationScope,
        ValidityDuration = xml.ValidityDuration ?? csv.ValidityDuration,
        MasteryLevel = xml.MasteryLevel ?? csv.MasteryLevel,
        RenewalTerms = xml.RenewalTerms ?? csv.RenewalTerms,
    };

    private static IReadOnlyList<T> Filled<T>(IReadOnlyList<T> first, IReadOnlyList<T> second) => first.Count > 0 ? first : second;
}
