using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Reads the elements of one fiche. Shapes V2 and V3, where seen, are taken as those of V4.1.</summary>
internal sealed class XmlFiche
{
    private readonly XmlValues _values;
    private readonly FicheElements _elements;
    private readonly FicheDraft _draft = new();

    private XmlFiche(FicheElements elements, ElementCounts unknown)
    {
        _elements = elements;
        _values = new XmlValues(elements, _draft, unknown);
    }

    /// <exception cref="UnreadableFicheException">A date of the registration does not exist, or there is no title.</exception>
    public static Fiche Read(RegistryNumber number, FicheElements elements, ElementCounts unknown) =>
        new XmlFiche(elements, unknown).Read(number);

    private Fiche Read(RegistryNumber number)
    {
        _draft.Number = number;
        foreach (var element in _elements.Children(0))
        {
            if (!ReadFact(element) && !ReadDate(element) && !ReadText(element) && !ReadCodes(element) && !ReadList(element)) _values.Keep(element);
        }
        if (_draft.Facts.Title.Length == 0) throw new UnreadableFicheException("la fiche n'a pas d'intitulé (INTITULE)", _elements.Line(0));
        return _draft.ToFiche();
    }

    private bool ReadFact(int element)
    {
        var facts = _draft.Facts;
        switch (_elements.Name(element))
        {
            case "NUMERO_FICHE": break;
            case "ID_FICHE": facts = facts with { TechnicalId = _values.Long(element) }; break;
            case "INTITULE": facts = facts with { Title = _values.Text(element) ?? "" }; break;
            case "ABREGE": facts = facts with { Abbreviation = _values.Coded(element) }; break;
            case "ETAT_FICHE": facts = facts with { PublicationState = _values.Text(element) }; break;
            case "ACTIF": facts = facts with { IsActive = _values.YesOrNo(element) }; break;
            case "NOMENCLATURE_EUROPE": facts = facts with { Level = _values.Coded(element) }; break;
            case "TYPE_ENREGISTREMENT": facts = facts with { RegistrationType = _values.Text(element) }; break;
            case "EXISTENCE_PARTENAIRES": facts = facts with { HasPartners = _values.YesOrNo(element) }; break;
            case "ACCESSIBLE_NOUVELLE_CALEDONIE": facts = facts with { OpenInNewCaledonia = _values.YesOrNo(element) }; break;
            case "ACCESSIBLE_POLYNESIE_FRANCAISE": facts = facts with { OpenInFrenchPolynesia = _values.YesOrNo(element) }; break;
            case "VALIDATION_PARTIELLE": facts = facts with { PartialValidation = _values.YesOrNo(element) }; break;
            case "LIEN_URL_DESCRIPTION": facts = facts with { Link = _values.Text(element) }; break;
            default: return false;
        }
        _draft.Facts = facts;
        return true;
    }

    private bool ReadDate(int element)
    {
        var dates = _draft.Dates;
        switch (_elements.Name(element))
        {
            case "DATE_DECISION": dates = dates with { DecidedOn = _values.RegistrationDate(element) }; break;
            case "DATE_DE_PUBLICATION": dates = dates with { PublishedOn = _values.RegistrationDate(element) }; break;
            case "DATE_EFFET": dates = dates with { EffectiveOn = _values.RegistrationDate(element) }; break;
            case "DATE_FIN_ENREGISTREMENT": dates = dates with { EndsOn = _values.RegistrationDate(element) }; break;
            case "DATE_LIMITE_DELIVRANCE": dates = dates with { DeliverableUntil = _values.RegistrationDate(element) }; break;
            case "DATE_DERNIER_JO": dates = dates with { LastOfficialJournalOn = _values.RegistrationDate(element) }; break;
            case "DUREE_ENREGISTREMENT": dates = dates with { Years = _values.Integer(element) }; break;
            default: return false;
        }
        _draft.Dates = dates;
        return true;
    }

    private bool ReadText(int element)
    {
        var texts = _draft.Texts;
        switch (_elements.Name(element))
        {
            case "OBJECTIFS_CONTEXTE": texts = texts with { Objectives = _values.Text(element) }; break;
            case "ACTIVITES_VISEES": texts = texts with { Activities = _values.Text(element) }; break;
            case "CAPACITES_ATTESTEES": texts = texts with { AttestedSkills = _values.Text(element) }; break;
            case "SECTEURS_ACTIVITE": texts = texts with { Sectors = _values.Text(element) }; break;
            case "TYPE_EMPLOI_ACCESSIBLES": texts = texts with { TargetJobs = _values.Text(element) }; break;
            case "REGLEMENTATIONS_ACTIVITES": texts = texts with { Regulations = _values.Text(element) }; break;
            case "PREREQUIS_ENTREE_FORMATION": texts = texts with { EntryPrerequisites = _values.Text(element) }; break;
            case "PREREQUIS_VALIDATION_CERTIFICATION": texts = texts with { ValidationPrerequisites = _values.Text(element) }; break;
            case "VALIDATION_PARTIELLE_PERIMETRE": texts = texts with { PartialValidationScope = _values.Text(element) }; break;
            case "DUREE_VALIDITE": texts = texts with { ValidityDuration = _values.Text(element) }; break;
            case "NIVEAU_MAITRISE_COMPETENCES": texts = texts with { MasteryLevel = _values.Text(element) }; break;
            case "MODALITES_RENOUVELLEMENT": texts = texts with { RenewalTerms = _values.Text(element) }; break;
            default: return false;
        }
        _draft.Texts = texts;
        return true;
    }

    private bool ReadCodes(int element)
    {
        switch (_elements.Name(element))
        {
            case "CODES_NSF": AddCodes(element, "NSF", _draft.NsfCodes); return true;
            case "CODES_ROME": AddCodes(element, "ROME", _draft.RomeCodes); return true;
            case "FORMACODES": AddCodes(element, "FORMACODE", _draft.Formacodes); return true;
            case "CODES_IDCC": AddCodes(element, "IDCC", _draft.IdccCodes); return true;
            case "CCN_1" or "CCN_2" or "CCN_3": Add(_draft.Agreements, _values.Coded(element)); return true;
            case "NOUVELLES_CERTIFICATIONS": AddNumbers(element, "NOUVELLE_CERTIFICATION", _draft.ReplacedBy); return true;
            case "ANCIENNES_CERTIFICATIONS": AddNumbers(element, "ANCIENNE_CERTIFICATION", _draft.Replaces); return true;
            case "NOUVELLE_CERTIFICATION": Add(_draft.ReplacedBy, _values.Text(element)); return true;
            case "ANCIENNE_CERTIFICATION": Add(_draft.Replaces, _values.Text(element)); return true;
            default: return false;
        }
    }

    private bool ReadList(int element)
    {
        var parts = new XmlFicheParts(_elements, _values);
        switch (_elements.Name(element))
        {
            case "CERTIFICATEURS": AddParts(element, "CERTIFICATEUR", _draft.Certifiers, parts.Certifier); return true;
            case "PARTENAIRES": AddParts(element, "PARTENAIRE", _draft.Partners, parts.Partner); return true;
            case "BLOCS_COMPETENCES": AddParts(element, "BLOC_COMPETENCES", _draft.Blocks, parts.Block); return true;
            case "CORRESPONDANCES": AddParts(element, "CORRESPONDANCE", _draft.Correspondences, parts.Correspondence); return true;
            case "STATISTIQUES_PROMOTIONS": AddParts(element, "STATISTIQUES_PROMOTION", _draft.Statistics, parts.Statistics); return true;
            case "ANNEES_PROMOTIONS_NIVEAU": AddYears(element); return true;
            case "PUBLICATION_DECRET_GENERAL": AddDecrees(element, FicheDecreeKind.General, parts); return true;
            case "PUBLICATION_DECRET_CREATION": AddDecrees(element, FicheDecreeKind.Creation, parts); return true;
            case "PUBLICATION_DECRET_AUTRE": AddDecrees(element, FicheDecreeKind.Other, parts); return true;
            case "SI_JURY_FI": _draft.Routes.Add(parts.Route(element, AccessRouteCode.InitialTraining)); return true;
            case "SI_JURY_CA": _draft.Routes.Add(parts.Route(element, AccessRouteCode.Apprenticeship)); return true;
            case "SI_JURY_FC": _draft.Routes.Add(parts.Route(element, AccessRouteCode.ContinuingTraining)); return true;
            case "SI_JURY_CQ": _draft.Routes.Add(parts.Route(element, AccessRouteCode.ProfessionalisationContract)); return true;
            case "SI_JURY_CL": _draft.Routes.Add(parts.Route(element, AccessRouteCode.IndividualApplication)); return true;
            case "SI_JURY_VAE": _draft.Routes.Add(parts.Route(element, AccessRouteCode.PriorExperience)); return true;
            default: return false;
        }
    }

    private void AddParts<T>(int list, string name, List<T> parts, Func<int, T> read)
    {
        foreach (var element in _elements.Children(list))
        {
            if (_elements.Name(element) == name) parts.Add(read(element));
            else _values.Keep(element, _elements.Name(list));
        }
        _values.KeepStrayText(list);
    }

    private void AddCodes(int list, string name, List<CodedLabel> codes) =>
        AddParts(list, name, codes, element => _values.Coded(element, _elements.Name(list)) ?? new CodedLabel(null, null));

    private void AddNumbers(int list, string name, List<string> numbers) =>
        AddParts(list, name, numbers, element => _values.Text(element) ?? "");

    private void AddYears(int list)
    {
        foreach (var element in _elements.Children(list))
        {
            if (_elements.Name(element) == "ANNEE" && _values.Integer(element, _elements.Name(list)) is { } year) _draft.LevelCohortYears.Add(year);
            else if (_elements.Name(element) != "ANNEE") _values.Keep(element, _elements.Name(list));
        }
    }

    private void AddDecrees(int list, FicheDecreeKind kind, XmlFicheParts parts) =>
        AddParts(list, "PUBLICATION_JO", _draft.Decrees, element => parts.Decree(element, kind));

    private static void Add<T>(List<T> list, T? value)
        where T : class
    {
        if (value is not null) list.Add(value);
    }
}
