using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Fiches;
using Xunit;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Nothing of a fiche is lost: whatever element changes, what is stored changes.</summary>
public sealed class WholeFicheTests
{
    /// <summary>Every element of the flux V4.1, the lists with two entries, written for this test.</summary>
    private const string EveryElement =
        """
        <FICHE>
          <ID_FICHE>27642</ID_FICHE><NUMERO_FICHE>RNCP90001</NUMERO_FICHE>
          <NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP90002</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION>
            <NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RS9003</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>
          <ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP8001</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>
          <INTITULE>Facteur et factrice d’orgues</INTITULE>
          <ABREGE><CODE>BTM</CODE><LIBELLE>Brevet technique des métiers</LIBELLE></ABREGE>
          <ETAT_FICHE>Publiée</ETAT_FICHE>
          <FORMACODES><FORMACODE><CODE>45066</CODE><LIBELLE>Facture instrumentale</LIBELLE></FORMACODE><FORMACODE><CODE>45004</CODE><LIBELLE>Lutherie</LIBELLE></FORMACODE></FORMACODES>
          <NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><LIBELLE>Niveau 4</LIBELLE></NOMENCLATURE_EUROPE>
          <CODES_NSF><NSF><CODE>234s</CODE><LIBELLE>Travail du bois</LIBELLE></NSF></CODES_NSF>
          <CERTIFICATEURS><CERTIFICATEUR><SIRET_CERTIFICATEUR>11111111100011</SIRET_CERTIFICATEUR><NOM_CERTIFICATEUR>Chambre des orgues</NOM_CERTIFICATEUR><ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR>
            <DATE_DERNIERE_MODIFICATION_ETAT>02/03/2024</DATE_DERNIERE_MODIFICATION_ETAT><NOM_COMMERCIAL>Orgues et Cie</NOM_COMMERCIAL><SITE_INTERNET>https://orgues.example</SITE_INTERNET></CERTIFICATEUR>
            <CERTIFICATEUR><NOM_CERTIFICATEUR>CPNE de la facture instrumentale</NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>
          <EXISTENCE_PARTENAIRES>Oui</EXISTENCE_PARTENAIRES>
          <PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Atelier nord</NOM_PARTENAIRE><SIRET_PARTENAIRE>22222222200022</SIRET_PARTENAIRE><HABILITATION_PARTENAIRE>HABILITATION_FORMER</HABILITATION_PARTENAIRE>
            <ETAT_HABILITATION>Actif</ETAT_HABILITATION><DATE_ACTIF>03/03/2024</DATE_ACTIF><DATE_DERNIERE_MODIFICATION_ETAT>04/03/2024</DATE_DERNIERE_MODIFICATION_ETAT></PARTENAIRE>
            <PARTENAIRE><NOM_PARTENAIRE>Atelier sud</NOM_PARTENAIRE><ETAT_HABILITATION>Supprimé</ETAT_HABILITATION></PARTENAIRE></PARTENAIRES>
          <ACTIVITES_VISEES>Accorder    - Harmoniser</ACTIVITES_VISEES><CAPACITES_ATTESTEES>Lire un plan &amp; un devis</CAPACITES_ATTESTEES>
          <SECTEURS_ACTIVITE>Patrimoine</SECTEURS_ACTIVITE><TYPE_EMPLOI_ACCESSIBLES>Facteur</TYPE_EMPLOI_ACCESSIBLES>
          <CODES_ROME><ROME><CODE>B1501</CODE><LIBELLE>Fabrication d'instruments</LIBELLE></ROME></CODES_ROME>
          <REGLEMENTATIONS_ACTIVITES>Travail en hauteur</REGLEMENTATIONS_ACTIVITES>
          <SI_JURY_FI><ACTIF>Non</ACTIF></SI_JURY_FI><SI_JURY_CA><ACTIF>Oui</ACTIF><COMPOSITION>Trois facteurs</COMPOSITION><DATE_DERNIERE_MODIFICATION>05/03/2024</DATE_DERNIERE_MODIFICATION></SI_JURY_CA>
          <SI_JURY_FC><ACTIF>Oui</ACTIF></SI_JURY_FC><SI_JURY_CQ><ACTIF>Oui</ACTIF></SI_JURY_CQ><SI_JURY_CL><ACTIF>Non</ACTIF></SI_JURY_CL><SI_JURY_VAE><ACTIF>Oui</ACTIF><COMPOSITION>Deux et deux</COMPOSITION></SI_JURY_VAE>
          <CCN_1><NUMERO>3305</NUMERO><LIBELLE>Instruments</LIBELLE></CCN_1><CCN_2><NUMERO>3306</NUMERO><LIBELLE>Bois</LIBELLE></CCN_2><CCN_3><NUMERO>3307</NUMERO><LIBELLE>Spectacle</LIBELLE></CCN_3>
          <CODES_IDCC><IDCC><CODE>1194</CODE><LIBELLE>Édition de musique</LIBELLE></IDCC></CODES_IDCC>
          <ACCESSIBLE_NOUVELLE_CALEDONIE>Oui</ACCESSIBLE_NOUVELLE_CALEDONIE><ACCESSIBLE_POLYNESIE_FRANCAISE>Non</ACCESSIBLE_POLYNESIE_FRANCAISE>
          <DATE_DERNIER_JO>06/03/2014</DATE_DERNIER_JO>
          <PUBLICATION_DECRET_GENERAL><PUBLICATION_JO><TITRE>Arrêté général</TITRE><DATE_PUBLICATION_JO>07/03/2014</DATE_PUBLICATION_JO></PUBLICATION_JO></PUBLICATION_DECRET_GENERAL>
          <PUBLICATION_DECRET_CREATION><PUBLICATION_JO><TITRE>Arrêté de création</TITRE><DATE_PUBLICATION_JO>08/03/2014</DATE_PUBLICATION_JO></PUBLICATION_JO></PUBLICATION_DECRET_CREATION>
          <PUBLICATION_DECRET_AUTRE><PUBLICATION_JO><TITRE>Autre arrêté</TITRE><DATE_PUBLICATION_JO>09/03/2014</DATE_PUBLICATION_JO></PUBLICATION_JO></PUBLICATION_DECRET_AUTRE>
          <DATE_DECISION>10/03/2024</DATE_DECISION><DATE_DE_PUBLICATION>11/03/2024</DATE_DE_PUBLICATION><DATE_EFFET>12/03/2024</DATE_EFFET><DUREE_ENREGISTREMENT>3</DUREE_ENREGISTREMENT>
          <STATISTIQUES_PROMOTIONS><STATISTIQUES_PROMOTION><ANNEE>2022</ANNEE><NOMBRE_CERTIFIES>12</NOMBRE_CERTIFIES><NOMBRE_CERTIFIES_VAE>2</NOMBRE_CERTIFIES_VAE><TAUX_INSERTION_GLOBAL_6MOIS>91</TAUX_INSERTION_GLOBAL_6MOIS>
            <TAUX_INSERTION_METIER_6MOIS>81</TAUX_INSERTION_METIER_6MOIS><TAUX_INSERTION_METIER_2ANS>71</TAUX_INSERTION_METIER_2ANS></STATISTIQUES_PROMOTION><STATISTIQUES_PROMOTION><ANNEE>2023</ANNEE></STATISTIQUES_PROMOTION></STATISTIQUES_PROMOTIONS>
          <ANNEES_PROMOTIONS_NIVEAU><ANNEE>2021</ANNEE></ANNEES_PROMOTIONS_NIVEAU>
          <LIEN_URL_DESCRIPTION>https://orgues.example/btm</LIEN_URL_DESCRIPTION>
          <DATE_FIN_ENREGISTREMENT>13/03/2027</DATE_FIN_ENREGISTREMENT><TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT>
          <VALIDATION_PARTIELLE>Oui</VALIDATION_PARTIELLE><VALIDATION_PARTIELLE_PERIMETRE>Par bloc</VALIDATION_PARTIELLE_PERIMETRE><DUREE_VALIDITE>3 ans</DUREE_VALIDITE>
          <NIVEAU_MAITRISE_COMPETENCES>Confirmé</NIVEAU_MAITRISE_COMPETENCES><MODALITES_RENOUVELLEMENT>Examen</MODALITES_RENOUVELLEMENT>
          <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP90001BC01</CODE><LIBELLE>Accorder</LIBELLE><LISTE_COMPETENCES>Écouter</LISTE_COMPETENCES><MODALITES_EVALUATION>Épreuve</MODALITES_EVALUATION>
            <PREREQUIS_ENTREE_FORMATION_BLOC>Oreille</PREREQUIS_ENTREE_FORMATION_BLOC><PREREQUIS_VALIDATION_BLOC>Stage</PREREQUIS_VALIDATION_BLOC></BLOC_COMPETENCES><BLOC_COMPETENCES><CODE>02</CODE></BLOC_COMPETENCES></BLOCS_COMPETENCES>
          <OBJECTIFS_CONTEXTE>Maintenir les orgues</OBJECTIFS_CONTEXTE><ACTIF>Oui</ACTIF>
          <PREREQUIS_ENTREE_FORMATION>Aucun</PREREQUIS_ENTREE_FORMATION><PREREQUIS_VALIDATION_CERTIFICATION>Tous les blocs</PREREQUIS_VALIDATION_CERTIFICATION>
          <DATE_LIMITE_DELIVRANCE>14/03/2031</DATE_LIMITE_DELIVRANCE>
          <CORRESPONDANCES><CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>RNCP90001BC01</CODE></BLOC_COMPETENCES></SOURCE>
            <DESTINATION><NUMERO_FICHE>RNCP8001</NUMERO_FICHE><BLOC_COMPETENCES><CODE>RNCP8001BC04</CODE></BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>
          <ELEMENT_DE_DEMAIN><DETAIL>Inconnu</DETAIL></ELEMENT_DE_DEMAIN>
        </FICHE>
        """;

    [Fact]
    public void Every_element_of_a_whole_fiche_is_stored_and_only_what_is_new_is_unknown()
    {
        var fiche = XElement.Parse(EveryElement);
        var (_, unknown) = Stored(fiche);
        Assert.Equal(["ELEMENT_DE_DEMAIN/DETAIL"], unknown.Keys);
        AssertNothingIsLost(fiche);
    }

    /// <summary>Changes every value of the fiche in its turn, and looks for the difference in what is stored.</summary>
    internal static void AssertNothingIsLost(XElement fiche)
    {
        var whole = Stored(fiche).Document;
        foreach (var leaf in fiche.Descendants().Where(element => !element.HasElements && element.Name != "NUMERO_FICHE").Concat(fiche.Elements("CORRESPONDANCES").Descendants("NUMERO_FICHE")).ToList())
        {
            var written = leaf.Value;
            leaf.Value = Other(written);
            var changed = Stored(fiche).Document;
            leaf.Value = written;
            Assert.True(whole != changed, $"{Path(leaf)} « {written} » is not stored.");
        }
    }

    private static string Other(string written) =>
        DateOnly.TryParseExact(written, "dd/MM/yyyy", out var day) ? day.AddDays(1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : int.TryParse(written, out var number) ? (number + 1).ToString(CultureInfo.InvariantCulture)
        : written switch { "Oui" => "Non", "Non" => "Oui", _ => written + " autrement" };

    private static (string Document, IReadOnlyDictionary<string, int> Unknown) Stored(XElement fiche)
    {
        var unknown = new ElementCounts();
        var flux = new XElement("FICHES", new XElement("VERSION_FLUX", "4.1"), fiche).ToString(SaveOptions.DisableFormatting);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(flux));
        var read = XmlDrop.Read(stream, unknown, (_, _, reason) => Assert.Fail(reason)).Select(one => one.Read()).Single();
        var document = new System.Buffers.ArrayBufferWriter<byte>();
        FicheJson.Write(read, document);
        return (Encoding.UTF8.GetString(document.WrittenSpan), unknown.Counts);
    }

    private static string Path(XElement leaf) => string.Join('/', leaf.AncestorsAndSelf().Reverse().Select(element => element.Name.LocalName));
}
