using System.Buffers;
using System.IO.Hashing;
using System.Text;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CsvHelper;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Reads the ten tables of a CSV drop and puts the fiches together.</summary>
internal sealed class CsvDrop(DropFile file, Action<string, long, string, string> reject, Action<long> progress)
{
    public static readonly IReadOnlyList<string> Files =
    [
        "Standard", "Certificateurs", "Partenaires", "Blocs_De_Competences", "VoixdAcces", "CCN", "Nsf", "Formacode", "Rome", "Ancienne_Nouvelle_Certification",
    ];

    private static readonly Dictionary<string, AccessRouteCode> Routes = new()
    {
        ["Par expérience"] = AccessRouteCode.PriorExperience,
        ["Après un parcours de formation continue"] = AccessRouteCode.ContinuingTraining,
        ["En contrat de professionnalisation"] = AccessRouteCode.ProfessionalisationContract,
        ["Par candidature individuelle"] = AccessRouteCode.IndividualApplication,
        ["En contrat d'apprentissage"] = AccessRouteCode.Apprenticeship,
        ["Après un parcours de formation sous statut d'élève ou d'étudiant"] = AccessRouteCode.InitialTraining,
    };

    private readonly Dictionary<string, FicheDraft> _drafts = [];
    private readonly Dictionary<string, string> _shared = [];
    private long _done;

    /// <exception cref="RefusedDropException">A table is not what it should be.</exception>
    public IEnumerable<ReadFiche> Read()
    {
        ReadStandard();
        Each("Certificateurs", 3, (draft, row) => draft.Certifiers.Add(new FicheCertifier { Siret = Value(row, 1), Name = Value(row, 2) }));
        Each("Partenaires", 4, (draft, row) => draft.Partners.Add(new FichePartner { Name = Value(row, 1), Siret = Value(row, 2), Authorisation = Value(row, 3) }));
        Each("Blocs_De_Competences", 3, (draft, row) => draft.Blocks.Add(new FicheBlock { Code = Value(row, 1), Label = Value(row, 2) }));
        Each("VoixdAcces", 2, AddRoute);
        Each("CCN", 7, (draft, row) =>
        {
            for (var column = 1; column < 7; column += 2)
                if (Value(row, column) is not null || Value(row, column + 1) is not null) draft.Agreements.Add(new CodedLabel(Value(row, column), Value(row, column + 1)));
        });
        Each("Nsf", 3, (draft, row) => draft.NsfCodes.Add(Coded(row)));
        Each("Formacode", 3, (draft, row) => draft.Formacodes.Add(Coded(row)));
        Each("Rome", 3, (draft, row) => draft.RomeCodes.Add(Coded(row)));
        Each("Ancienne_Nouvelle_Certification", 3, (draft, row) =>
        {
            if (Value(row, 1) is { } older && !draft.Replaces.Contains(older)) draft.Replaces.Add(older);
            if (Value(row, 2) is { } newer && !draft.ReplacedBy.Contains(newer)) draft.ReplacedBy.Add(newer);
        });

        var buffer = new ArrayBufferWriter<byte>();
        foreach (var draft in _drafts.Values)
        {
            var fiche = draft.ToFiche();
            buffer.ResetWrittenCount();
            FicheJson.Write(fiche, buffer);
            yield return new ReadFiche(fiche.Number, XxHash128.HashToUInt128(buffer.WrittenSpan, FicheElements.ShapeVersion), 0, () => fiche);
        }
    }

    private void ReadStandard() => Rows("Standard", 16, (csv, entry) =>
    {
        var written = Value(csv, 1) ?? "—";
        if (!RegistryNumber.TryParse(written, null, out var number)) reject(XmlValues.Shortened(written), csv.LineNumber, "le numéro n'est pas de la forme RNCP12345 ou RS1234", entry);
        else if (_drafts.ContainsKey(number.ToString())) reject(written, csv.LineNumber, "le numéro est déjà dans cet export", entry);
        else if (Value(csv, 2) is not { } title) reject(written, csv.LineNumber, "la fiche n'a pas d'intitulé", entry);
        else
        {
            try
            {
                _drafts.Add(number.ToString(), Draft(csv, number, title));
            }
            catch (UnreadableFicheException problem)
            {
                reject(written, csv.LineNumber, problem.Message, entry);
            }
        }
    });

    private FicheDraft Draft(CsvReader csv, RegistryNumber number, string title) => new()
    {
        Number = number,
        Facts = new Fiche
        {
            Number = number,
            Title = title,
            TechnicalId = long.TryParse(Value(csv, 0), out var id) ? id : null,
            Abbreviation = Value(csv, 3) is null && Value(csv, 4) is null ? null : new CodedLabel(Value(csv, 3), Value(csv, 4)),
            Level = Value(csv, 5) is null && Value(csv, 6) is null ? null : new CodedLabel(Value(csv, 5), Value(csv, 6)),
            OpenInNewCaledonia = YesOrNo(csv, 7),
            OpenInFrenchPolynesia = YesOrNo(csv, 8),
            RegistrationType = Value(csv, 13),
            PartialValidation = YesOrNo(csv, 14),
            IsActive = YesOrNo(csv, 15),
        },
        Dates = new FicheDates
        {
            LastOfficialJournalOn = Date(csv, 9, "Date_dernier_jo"),
            DecidedOn = Date(csv, 10, "Date_Decision"),
            EndsOn = Date(csv, 11, "Date_Fin_Enregistrement"),
            EffectiveOn = Date(csv, 12, "Date_Effet"),
        },
    };

    private static void AddRoute(FicheDraft draft, CsvReader row)
    {
        if (row.GetString(1).Trim().Replace('’', '\'') is var label && Routes.TryGetValue(label, out var code)) draft.Routes.Add(new FicheRoute { Code = code, IsOpen = true });
        else draft.AddOther("Si_Jury", row.GetString(1));
    }

    private CodedLabel Coded(CsvReader row)
    {
        var (code, label) = (Value(row, 1), Value(row, 2));
        // Some labels repeat their code, some double their apostrophes.
        if (code is not null && label?.StartsWith(code + " : ", StringComparison.Ordinal) == true) label = Shared(label[(code.Length + 3)..]);
        return new CodedLabel(code, label?.Replace("''", "'", StringComparison.Ordinal));
    }

    /// <summary>Rows of a table for the fiches of the drop; rows of fiches that were rejected are passed over.</summary>
    private void Each(string table, int columns, Action<FicheDraft, CsvReader> add) => Rows(table, columns, (csv, _) =>
    {
        if (_drafts.TryGetValue(csv.GetString(0).Trim(), out var draft)) add(draft, csv);
    });

    private void Rows(string table, int columns, Action<CsvReader, string> take)
    {
        var part = file.Parts[table];
        using var stream = part.Open();
        try
        {
            using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            using var csv = CsvReader.Create(text, CsvReaderOptions.Default with { Separator = ';', TrackLineNumbers = true }, leaveOpen: true);
            while (csv.Read())
            {
                if (csv.FieldCount != columns)
                    throw new RefusedDropException($"{part.Name}, ligne {csv.LineNumber} : {csv.FieldCount} colonnes au lieu de {columns}. Prenez le zip entier, tel que publié.");
                take(csv, part.Name);
                progress(_done + stream.Count);
            }
        }
        catch (DecoderFallbackException problem)
        {
            throw new RefusedDropException($"{part.Name} n'est pas en UTF-8 : rien n'en est pris. Téléchargez l'archive de nouveau, sans la convertir.", problem);
        }
        catch (CsvFormatException problem)
        {
            throw new RefusedDropException($"{part.Name}, ligne {problem.LineNumber} : le CSV est mal formé. Rien n'en est pris ; téléchargez l'archive de nouveau.", problem);
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedDropException($"{part.Name} est abîmé dans l'archive : rien n'en est pris. Téléchargez-la de nouveau.", problem);
        }
        _done += stream.Count;
    }

    // A SIRET comes with a tab before it.
    private string? Value(CsvReader csv, int column) => csv.GetString(column).Trim() is { Length: > 0 } text ? Shared(text) : null;

    /// <summary>The same names and codes come hundreds of thousands of times.</summary>
    private string Shared(string text)
    {
        if (text.Length > 120) return text;
        if (_shared.TryGetValue(text, out var known)) return known;
        _shared.Add(text, text);
        return text;
    }

    private bool? YesOrNo(CsvReader csv, int column) => Value(csv, column) is { } text ? WrittenValues.YesOrNo(text) : null;

    private DateOnly? Date(CsvReader csv, int column, string name)
    {
        if (Value(csv, column) is not { } text) return null;
        return WrittenValues.TryDate(text, out var date) ? date : throw new UnreadableFicheException($"date impossible dans {name} : « {XmlValues.Shortened(text)} » (attendu : JJ/MM/AAAA)", 0);
    }
}
