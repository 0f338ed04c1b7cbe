using System.Text.Json.Serialization;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>
/// A fiche of the RNCP or the RS as France compétences publishes it, every element of it. Values are kept as written where the register
/// itself is loose (states, levels, links); lists are empty when the export holds none.
/// </summary>
public sealed record Fiche
{
    /// <summary>NUMERO_FICHE.</summary>
    [JsonConverter(typeof(RegistryNumberJsonConverter))]
    public required RegistryNumber Number { get; init; }

    /// <summary>ID_FICHE: the register's own technical number, stable.</summary>
    public long? TechnicalId { get; init; }

    /// <summary>INTITULE.</summary>
    public required string Title { get; init; }

    /// <summary>ABREGE: filled for registrations by right only; it does not tell a CQP.</summary>
    public CodedLabel? Abbreviation { get; init; }

    /// <summary>ETAT_FICHE, as written: <c>Publiée</c>, <c>Dépubliée/Archivée</c>, <c>Modifications à valider</c>... Not the validity.</summary>
    public string? PublicationState { get; init; }

    /// <summary>ACTIF on the day of the drop.</summary>
    public bool? IsActive { get; init; }

    /// <summary>NOMENCLATURE_EUROPE, as written: <c>NIV5</c> and <c>Niveau 5</c>; <c>REPRISE</c> or <c>AUCUN</c> when there is no level; null on the RS.</summary>
    public CodedLabel? Level { get; init; }

    /// <summary>TYPE_ENREGISTREMENT, as written: <c>Enregistrement de droit</c> or <c>Enregistrement sur demande</c>.</summary>
    public string? RegistrationType { get; init; }

    public FicheDates Dates { get; init; } = new();

    public FicheTexts Texts { get; init; } = new();

    /// <summary>CODES_NSF, at most three.</summary>
    public IReadOnlyList<CodedLabel> NsfCodes { get; init; } = [];

    /// <summary>CODES_ROME, at most five; some are of a whole domain (<c>A15</c>).</summary>
    public IReadOnlyList<CodedLabel> RomeCodes { get; init; } = [];

    /// <summary>FORMACODES, at most five.</summary>
    public IReadOnlyList<CodedLabel> Formacodes { get; init; } = [];

    /// <summary>CCN_1 to CCN_3: numbers of the brochures of collective agreements, not IDCC.</summary>
    public IReadOnlyList<CodedLabel> Agreements { get; init; } = [];

    /// <summary>CODES_IDCC.</summary>
    public IReadOnlyList<CodedLabel> IdccCodes { get; init; } = [];

    public IReadOnlyList<FicheCertifier> Certifiers { get; init; } = [];

    /// <summary>EXISTENCE_PARTENAIRES.</summary>
    public bool? HasPartners { get; init; }

    public IReadOnlyList<FichePartner> Partners { get; init; } = [];

    public IReadOnlyList<FicheRoute> Routes { get; init; } = [];

    public IReadOnlyList<FicheBlock> Blocks { get; init; } = [];

    public IReadOnlyList<FicheCorrespondence> Correspondences { get; init; } = [];

    public IReadOnlyList<FicheStatistics> Statistics { get; init; } = [];

    /// <summary>ANNEES_PROMOTIONS_NIVEAU: years of the cohorts that the level was judged on.</summary>
    public IReadOnlyList<int> LevelCohortYears { get; init; } = [];

    /// <summary>PUBLICATION_DECRET_*: legal texts, mostly of registrations by right.</summary>
    public IReadOnlyList<FicheDecree> Decrees { get; init; } = [];

    /// <summary>NOUVELLES_CERTIFICATIONS: numbers of the fiches that replace this one, of either register, as written.</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    /// <summary>ANCIENNES_CERTIFICATIONS: numbers of the fiches that this one replaces, of either register, as written.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>ACCESSIBLE_NOUVELLE_CALEDONIE.</summary>
    public bool? OpenInNewCaledonia { get; init; }

    /// <summary>ACCESSIBLE_POLYNESIE_FRANCAISE.</summary>
    public bool? OpenInFrenchPolynesia { get; init; }

    /// <summary>VALIDATION_PARTIELLE (RS).</summary>
    public bool? PartialValidation { get; init; }

    /// <summary>LIEN_URL_DESCRIPTION, as written: not always one address.</summary>
    public string? Link { get; init; }

    /// <summary>What the portal does not know or cannot read, path of the element to its texts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Other { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
