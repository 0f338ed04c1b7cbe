using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>A fiche being gathered, element by element or file by file.</summary>
internal sealed class FicheDraft
{
    private Dictionary<string, IReadOnlyList<string>>? _other;

    public RegistryNumber? Number { get; set; }

    /// <summary>Where the drop names it.</summary>
    public int Line { get; init; }

    public Fiche Facts { get; set; } = Empty;

    public FicheDates Dates { get; set; } = new();

    public FicheTexts Texts { get; set; } = new();

    public List<CodedLabel> NsfCodes { get; } = [];

    public List<CodedLabel> RomeCodes { get; } = [];

    public List<CodedLabel> Formacodes { get; } = [];

    public List<CodedLabel> Agreements { get; } = [];

    public List<CodedLabel> IdccCodes { get; } = [];

    public List<FicheCertifier> Certifiers { get; } = [];

    public List<FichePartner> Partners { get; } = [];

    public List<FicheRoute> Routes { get; } = [];

    public List<FicheBlock> Blocks { get; } = [];

    public List<FicheCorrespondence> Correspondences { get; } = [];

    public List<FicheStatistics> Statistics { get; } = [];

    public List<int> LevelCohortYears { get; } = [];

    public List<FicheDecree> Decrees { get; } = [];

    public List<string> ReplacedBy { get; } = [];

    public List<string> Replaces { get; } = [];

    /// <summary>Stands for the facts that are not known yet.</summary>
    private static Fiche Empty { get; } = new() { Number = new RegistryNumber(Register.Rncp, 1), Title = "" };

    public void AddOther(string path, string text)
    {
        _other ??= [];
        _other[path] = _other.TryGetValue(path, out var texts) ? [.. texts, text] : [text];
    }

    public Fiche ToFiche() =>
        Facts with
        {
            Number = Number!,
            Dates = Dates,
            Texts = Texts,
            NsfCodes = NsfCodes,
            RomeCodes = RomeCodes,
            Formacodes = Formacodes,
            Agreements = Agreements,
            IdccCodes = IdccCodes,
            Certifiers = Certifiers,
            Partners = Partners,
            Routes = Routes,
            Blocks = Blocks,
            Correspondences = Correspondences,
            Statistics = Statistics,
            LevelCohortYears = LevelCohortYears,
            Decrees = Decrees,
            ReplacedBy = ReplacedBy,
            Replaces = Replaces,
            Other = _other ?? Empty.Other,
        };
}
