using System.IO.Compression;
using System.Text;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Small exports written for the tests, in a folder that goes with them.</summary>
internal sealed class DropSamples : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cqp-portal-drops-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static string Fiche(string number, string title, string more = "", string end = "30/06/2029") =>
        $"""
        <FICHE><ID_FICHE>1</ID_FICHE><NUMERO_FICHE>{number}</NUMERO_FICHE><INTITULE>{title}</INTITULE><ETAT_FICHE>Publiée</ETAT_FICHE>
        <NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><LIBELLE>Niveau 4</LIBELLE></NOMENCLATURE_EUROPE>
        <TYPE_ENREGISTREMENT>Enregistrement sur demande</TYPE_ENREGISTREMENT><DATE_DECISION>30/06/2024</DATE_DECISION>
        <DATE_DE_PUBLICATION>01/07/2024</DATE_DE_PUBLICATION><DATE_FIN_ENREGISTREMENT>{end}</DATE_FIN_ENREGISTREMENT><ACTIF>Oui</ACTIF>{more}</FICHE>
        """;

    /// <summary>What a page of a fiche has to show: blocks, routes, partners, figures, decrees, links, texts with lists.</summary>
    public const string Details =
        """
        <DATE_LIMITE_DELIVRANCE>30/06/2033</DATE_LIMITE_DELIVRANCE>
        <ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP77</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>
        <CERTIFICATEURS><CERTIFICATEUR><NOM_CERTIFICATEUR>Chambre des métiers</NOM_CERTIFICATEUR></CERTIFICATEUR><CERTIFICATEUR><NOM_CERTIFICATEUR>Ancienne école</NOM_CERTIFICATEUR><ETAT_CERTIFICATEUR>Inactif</ETAT_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>
        <PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Atelier nord</NOM_PARTENAIRE><SIRET_PARTENAIRE>22222222200022</SIRET_PARTENAIRE><HABILITATION_PARTENAIRE>HABILITATION_ORGA_FORM</HABILITATION_PARTENAIRE><ETAT_HABILITATION>Actif</ETAT_HABILITATION><DATE_ACTIF>03/03/2024</DATE_ACTIF></PARTENAIRE>
        <PARTENAIRE><NOM_PARTENAIRE>Atelier sud</NOM_PARTENAIRE><ETAT_HABILITATION>Supprimé</ETAT_HABILITATION><DATE_DERNIERE_MODIFICATION_ETAT>04/03/2025</DATE_DERNIERE_MODIFICATION_ETAT></PARTENAIRE></PARTENAIRES>
        <ACTIVITES_VISEES>L’activité comprend :    - Accueillir    - Conseiller    Elle s’exerce debout.</ACTIVITES_VISEES>
        <SI_JURY_FC><ACTIF>Oui</ACTIF><COMPOSITION>Deux et deux</COMPOSITION></SI_JURY_FC><SI_JURY_VAE><ACTIF>Non</ACTIF></SI_JURY_VAE>
        <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP88001BC01</CODE><LIBELLE>Accueillir</LIBELLE><LISTE_COMPETENCES>• Écouter    • Répondre</LISTE_COMPETENCES><MODALITES_EVALUATION>Mise en situation</MODALITES_EVALUATION><PREREQUIS_VALIDATION_BLOC>Un stage</PREREQUIS_VALIDATION_BLOC></BLOC_COMPETENCES></BLOCS_COMPETENCES>
        <CORRESPONDANCES><CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>RNCP88001BC01</CODE></BLOC_COMPETENCES></SOURCE><DESTINATION><NUMERO_FICHE>RNCP77</NUMERO_FICHE><BLOC_COMPETENCES><CODE>RNCP77BC02</CODE></BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>
        <STATISTIQUES_PROMOTIONS><STATISTIQUES_PROMOTION><ANNEE>2023</ANNEE><NOMBRE_CERTIFIES>1200</NOMBRE_CERTIFIES><TAUX_INSERTION_GLOBAL_6MOIS>91</TAUX_INSERTION_GLOBAL_6MOIS></STATISTIQUES_PROMOTION></STATISTIQUES_PROMOTIONS>
        <PUBLICATION_DECRET_CREATION><PUBLICATION_JO><TITRE>Arrêté de création</TITRE><DATE_PUBLICATION_JO>08/03/2014</DATE_PUBLICATION_JO></PUBLICATION_JO></PUBLICATION_DECRET_CREATION>
        <CODES_ROME><ROME><CODE>D1211</CODE><LIBELLE>Vente</LIBELLE></ROME></CODES_ROME><LIEN_URL_DESCRIPTION>https://metiers.example    *</LIEN_URL_DESCRIPTION>
        """;

    /// <summary>The element by which a fiche names what replaces it.</summary>
    public static string ReplacedBy(string number) =>
        $"<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>{number}</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>";

    /// <summary>The element by which a fiche names what it replaces.</summary>
    public static string Replaces(string number) =>
        $"<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>{number}</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>";

    public string Xml(string fiches, string name = "export_fiches_RNCP_V4_1_2026-08-16.xml", string version = "4.1") =>
        File(name, $"""<?xml version="1.0" encoding="UTF-8" standalone="no"?><FICHES><VERSION_FLUX>{version}</VERSION_FLUX>{fiches}</FICHES>""");

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Zip(string name, params (string Entry, string Text)[] entries) => Zip(name, CompressionLevel.Optimal, entries);

    public string Zip(string name, CompressionLevel compression, params (string Entry, string Text)[] entries)
    {
        var path = Path.Combine(_folder, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry, compression).Open());
            writer.Write(text);
        }
        return path;
    }

    /// <summary>The ten tables; what is not given holds its heading alone.</summary>
    public string Csv(string standard, string ccn = "", string links = "", string routes = "", string certifiers = "", string date = "2024_02_22", string? leaveOut = null, string? standardHeading = null)
    {
        (string Name, string Heading, string Rows)[] tables =
        [
            ("Standard", standardHeading ?? "Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;Date_dernier_jo;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Validation_Partielle;Actif", standard),
            ("Certificateurs", "Numero_Fiche;Siret_Certificateur;Nom_Certificateur", certifiers),
            ("Partenaires", "Numero_Fiche;Nom_Partenaire;Siret_Partenaire;Habilitation_Partenaire", ""),
            ("Blocs_De_Compétences", "Numero_Fiche;Bloc_Competences_Code;Bloc_Competences_Libelle", ""),
            ("VoixdAccès", "Numero_Fiche;Si_Jury", routes),
            ("CCN", "Numero_Fiche;Ccn_1_Numero;Ccn_1_Libelle;Ccn_2_Numero;Ccn_2_Libelle;Ccn_3_Numero;Ccn_3_Libelle", ccn),
            ("Nsf", "Numero_Fiche;Nsf_Code;Nsf_Intitule", ""),
            ("Formacode", "Numero_Fiche;Formacode_Code;Formacode_Libelle", ""),
            ("Rome", "Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle", ""),
            ("Ancienne_Nouvelle_Certification", "Numero_Fiche;Ancienne_Certification;Nouvelle_Certification", links),
        ];
        return Zip($"export-fiches-csv-{date.Replace('_', '-')}-{Guid.NewGuid():N}.zip",
            [.. tables.Where(table => table.Name != leaveOut).Select(table => ($"export_fiches_CSV_{table.Name}_{date}.csv", table.Heading + "\r\n" + table.Rows))]);
    }
}
