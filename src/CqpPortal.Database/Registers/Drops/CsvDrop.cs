using System.Buffers;
using System.IO.Hashing;
using System.Text;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CsvHelper;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Reads the ten tables of a CSV drop and puts the fiches together.</summary>
internal sealed class CsvDrop(DropFile file, ElementCounts unknown, Action<string, long, string, string> reject, Action<long> progress)
{
    /// <summary>The ten tables and their columns, in the order that this reader counts them; the file may have them in another one.</summary>
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["Standard"] =
        [
            "Id_Fiche", "Numero_Fiche", "Intitule", "Abrege_Libelle", "Abrege_Intitule", "Nomenclature_Europe_Niveau", "Nomenclature_Europe_Intitule",
            "Accessible_Nouvelle_Caledonie", "Accessible_Polynesie_Francaise", "Date_dernier_jo", "Date_Decision", "Date_Fin_Enregistrement", "Date_Effet",
            "Type_Enregistrement", "Validation_Partielle", "Actif",
        ],
        ["Certificateurs"] = ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
        ["Partenaires"] = ["Numero_Fiche", "Nom_Partenaire", "Siret_Partenaire", "Habilitation_Partenaire"],
        ["Blocs_De_Competences"] = ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"],
        ["VoixdAcces"] = ["Numero_Fiche", "Si_Jury"],
        ["CCN"] = ["Numero_Fiche", "Ccn_1_Numero", "Ccn_1_Libelle", "Ccn_2_Numero", "Ccn_2_Libelle", "Ccn_3_Numero", "Ccn_3_Libelle"],
        ["Nsf"] = ["Numero_Fiche", "Nsf_Code", "Nsf_Intitule"],
        ["Formacode"] = ["Numero_Fiche", "Formacode_Code", "Formacode_Libelle"],
        ["Rome"] = ["Numero_Fiche", "Codes_Rome_Code", "Codes_Rome_Libelle"],
        ["Ancienne_Nouvelle_Certification"] = ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
    };

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
    private int[] _places = [];
    private (string Header, int Place)[] _others = [];
    private long _done;

    /// <summary>What each of the ten files holds, as its name says it without accents.</summary>
    public static IReadOnlyCollection<string> Files => Columns.Keys;

    /// <exception cref="RefusedDropException">A table is not what it should be.</exception>
    public IEnumerable<ReadFiche> Read()
    {
        ReadStandard();
        Each("Certificateurs", (draft, row) => draft.Certifiers.Add(new FicheCertifier { Siret = Value(row, 1), Name = Value(row, 2) }));
        Each("Partenaires", (draft, row) => draft.Partners.Add(new FichePartner { Name = Value(row, 1), Siret = Value(row, 2), Authorisation = Value(row, 3) }));
        Each("Blocs_De_Competences", (draft, row) => draft.Blocks.Add(new FicheBlock { Code = Value(row, 1), Label = Value(row, 2) }));
        Each("VoixdAcces", AddRoute);
        Each("CCN", (draft, row) =>
        {
            for (var column = 1; column < 7; column += 2)
                if (Value(row, column) is not null || Value(row, column + 1) is not null) draft.Agreements.Add(new CodedLabel(Value(row, column), Value(row, column + 1)));
        });
        Each("Nsf", (draft, row) => draft.NsfCodes.Add(Coded(row)));
        Each("Formacode", (draft, row) => draft.Formacodes.Add(Coded(row)));
        Each("Rome", (draft, row) => draft.RomeCodes.Add(Coded(row)));
        Each("Ancienne_Nouvelle_Certification", (draft, row) =>
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
            yield return new ReadFiche(fiche.Number, XxHash128.HashToUInt128(buffer.WrittenSpan, FicheElements.ShapeVersion), draft.Line, () => fiche);
        }
    }

    private void ReadStandard() => Rows("Standard", (csv, entry) =>
    {
        var written = Value(csv, 1) ?? "—";
        if (!RegistryNumber.TryParse(written, null, out var number)) reject(XmlValues.Shortened(written), csv.LineNumber, "le numéro n'est pas de la forme RNCP12345 ou RS1234", entry);
        else if (_drafts.ContainsKey(number.ToString())) reject(written, csv.LineNumber, "le numéro est déjà dans cet export", entry);
        else if (Value(csv, 2) is not { } title) reject(written, csv.LineNumber, "la fiche n'a pas d'intitulé", entry);
        else
        {
            var draft = Draft(csv, number, title);
            KeepOthers(draft, csv, "Standard");
            _drafts.Add(number.ToString(), draft);
        }
    });

    private FicheDraft Draft(CsvReader csv, RegistryNumber number, string title) => new()
    {
        Number = number,
        Line = (int)csv.LineNumber,
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

    private void AddRoute(FicheDraft draft, CsvReader row)
    {
        if (Value(row, 1) is not { } written) return;
        if (Routes.TryGetValue(written.Replace('’', '\''), out var code))
        {
            draft.Routes.Add(new FicheRoute { Code = code, IsOpen = true });
            return;
        }
        unknown.Add("VoixdAcces/Si_Jury");
        draft.AddOther("VoixdAcces/Si_Jury", written);
    }

    private CodedLabel Coded(CsvReader row)
    {
        var (code, label) = (Value(row, 1), Value(row, 2));
        // Some labels repeat their code, some double their apostrophes.
        if (code is not null && label?.StartsWith(code + " : ", StringComparison.Ordinal) == true) label = Shared(label[(code.Length + 3)..]);
        return new CodedLabel(code, label?.Replace("''", "'", StringComparison.Ordinal));
    }

    /// <summary>Rows of a table for the fiches of the drop; rows of fiches that were rejected are passed over.</summary>
    private void Each(string table, Action<FicheDraft, CsvReader> add) => Rows(table, (csv, _) =>
    {
        if (Value(csv, 0) is not { } number || !_drafts.TryGetValue(number, out var draft)) return;
        add(draft, csv);
        KeepOthers(draft, csv, table);
    });

    private void KeepOthers(FicheDraft draft, CsvReader csv, string table)
    {
        foreach (var (header, place) in _others)
        {
            if (Text(csv, place) is not { Length: > 0 } text) continue;
            unknown.Add($"{table}/{header}");
            draft.AddOther($"{table}/{header}", text);
        }
    }

    /// <summary>Finds the table's columns by their names: one more is kept as it is, one less is no export of France compétences.</summary>
    private void ReadHeading(CsvReader csv, string table, string entry)
    {
        var headers = csv.Headers.ToArray().Select(header => header.Trim().Trim('\uFEFF')).ToArray();
        var missing = Columns[table].Where(column => !headers.Contains(column, StringComparer.OrdinalIgnoreCase)).ToList();
        if (missing.Count > 0) throw new RefusedDropException($"{entry} : il manque {(missing.Count > 1 ? "les colonnes" : "la colonne")} {string.Join(", ", missing)}. Prenez le zip entier, tel que publié.");
        _places = [.. Columns[table].Select(column => Array.FindIndex(headers, header => header.Equals(column, StringComparison.OrdinalIgnoreCase)))];
        _others = [.. headers.Select((header, place) => (header, place)).Where(column => !_places.Contains(column.place))];
    }

    /// <summary>A row that cannot be read takes its fiche with it: what was known of the fiche is better than half of it.</summary>
    private void RejectRow(CsvReader csv, string table, string entry, string reason)
    {
        var place = _places[NumberColumn(table)];
        var number = csv.FieldCount > place ? csv.GetString(place).Trim() : "";
        if (table != "Standard" && !_drafts.Remove(number)) return;
        reject(number.Length == 0 ? "—" : XmlValues.Shortened(number), csv.LineNumber, reason, entry);
    }

    private static int NumberColumn(string table) => table == "Standard" ? 1 : 0;

    private void Rows(string table, Action<CsvReader, string> take)
    {
        var part = file.Parts[table];
        using var stream = part.Open();
        try
        {
            using var text = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            using var csv = CsvReader.Create(text, CsvReaderOptions.Default with { Separator = ';', TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw }, leaveOpen: true);
            ReadHeading(csv, table, part.Name);
            while (csv.Read())
            {
                TakeRow(csv, table, part.Name, take);
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

    private void TakeRow(CsvReader csv, string table, string entry, Action<CsvReader, string> take)
    {
        if (csv.FieldCount != csv.Headers.Count)
        {
            RejectRow(csv, table, entry, $"la ligne a {csv.FieldCount} colonnes au lieu de {csv.Headers.Count}");
            return;
        }
        try
        {
            take(csv, entry);
        }
        catch (UnreadableFicheException problem)
        {
            RejectRow(csv, table, entry, problem.Message);
        }
    }

    // A SIRET comes with a tab before it.
    private string? Value(CsvReader csv, int column) => Text(csv, _places[column]) is { Length: > 0 } text ? Shared(text) : null;

    /// <exception cref="UnreadableFicheException">No text of the database holds a null character.</exception>
    private static string Text(CsvReader csv, int place) =>
        csv.GetString(place).Trim() is var text && text.Contains('\0', StringComparison.Ordinal) ? throw new UnreadableFicheException("la ligne contient un caractère nul", 0) : text;

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
