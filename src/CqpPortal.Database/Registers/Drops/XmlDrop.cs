using System.Globalization;
using System.Xml;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Reads a flux fiche by fiche. DTD and entities are never resolved; a flux that is not well-formed to its end is refused whole.</summary>
internal static class XmlDrop
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <param name="stream">The flux.</param>
    /// <param name="unknown">Counts what the portal does not know.</param>
    /// <param name="reject">Takes a fiche that has no usable number.</param>
    /// <exception cref="RefusedDropException">No flux of France compétences, or not whole.</exception>
    public static IEnumerable<ReadFiche> Read(Stream stream, ElementCounts unknown, Action<string, int, string> reject)
    {
        using var reader = XmlReader.Create(stream, Settings);
        Guarded(() => Enter(reader));
        var elements = new FicheElements();
        while (Guarded(() => NextFiche(reader, elements, unknown)))
        {
            var written = elements.Child(0, "NUMERO_FICHE") is { } element ? elements.Text(element) : null;
            if (written is null) reject("—", elements.Line(0), "la fiche n'a pas de numéro (NUMERO_FICHE)");
            else if (!RegistryNumber.TryParse(written, null, out var number)) reject(XmlValues.Shortened(written), elements.Line(0), "le numéro n'est pas de la forme RNCP12345 ou RS1234");
            else yield return new ReadFiche(number, elements.Digest(), elements.Line(0), () => XmlFiche.Read(number, elements, unknown));
        }
    }

    /// <summary>Goes to the first fiche.</summary>
    private static bool Enter(XmlReader reader)
    {
        reader.MoveToContent();
        if (reader.Name != "FICHES")
            throw new RefusedDropException($"C'est un autre document XML (racine « {XmlValues.Shortened(reader.Name)} ») : un flux de France compétences commence par FICHES.");
        var version = reader.GetAttribute("VERSION_FLUX") ?? reader.GetAttribute("version");
        if (reader.IsEmptyElement) throw new RefusedDropException("Le flux ne contient aucune fiche.");
        reader.Read();
        while (reader.NodeType == XmlNodeType.Element && reader.Name != "FICHE")
        {
            if (reader.Name == "VERSION_FLUX") version = reader.ReadElementContentAsString();
            else reader.Skip();
        }
        if (version is not null && !(version.Trim().Split('.')[0] is "2" or "3" or "4" && double.TryParse(version, CultureInfo.InvariantCulture, out var known) && known < 4.2))
            throw new RefusedDropException($"Version de flux inconnue : « {XmlValues.Shortened(version)} ». Le portail lit les versions 2 à 4.1 ; mettez le portail à jour.");
        return true;
    }

    private static bool NextFiche(XmlReader reader, FicheElements elements, ElementCounts unknown)
    {
        while (reader.NodeType != XmlNodeType.Element || reader.Name != "FICHE")
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                unknown.Add($"FICHES/{XmlValues.Shortened(reader.Name)}");
                reader.Skip();
                continue;
            }
            if (!reader.Read()) return false;
        }
        elements.Clear();
        var depth = reader.Depth;
        var lines = (IXmlLineInfo)reader;
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    elements.Open(reader.Name, lines.LineNumber);
                    if (!reader.IsEmptyElement) break;
                    elements.Close();
                    if (reader.Depth != depth) break;
                    reader.Read();
                    return true;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    elements.Append(reader);
                    break;
                case XmlNodeType.EndElement:
                    elements.Close();
                    if (reader.Depth != depth) break;
                    reader.Read();
                    return true;
            }
            if (!reader.Read()) return false;
        }
    }

    private static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (XmlException problem) when (problem.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new RefusedDropException("Le fichier contient une DTD ou des entités : elles ne sont jamais lues, et un flux de France compétences n'en a pas. Téléchargez-le de nouveau sur data.gouv.fr.", problem);
        }
        catch (XmlException problem)
        {
            var place = problem.LineNumber > 0 ? $"ligne {problem.LineNumber}, caractère {problem.LinePosition}" : "au début";
            throw new RefusedDropException($"{Said(problem)} ({place}). Rien n'en est pris ; téléchargez-le de nouveau sur data.gouv.fr, en .xml ou en .zip.", problem);
        }
        catch (InvalidDataException problem)
        {
            throw new RefusedDropException("L'archive est abîmée. Rien n'en est pris ; téléchargez-la de nouveau sur data.gouv.fr.", problem);
        }
    }

    /// <summary>What the reader's English words mean to an operator.</summary>
    private static string Said(XmlException problem) =>
        problem.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase) ? "Le fichier n'est pas dans l'encodage qu'il annonce, ou cet encodage n'est pas lu : un flux est en UTF-8"
        : problem is { LineNumber: <= 1, LinePosition: <= 1 } ? "Ce n'est pas du XML"
        : problem.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase) ? "Le fichier est coupé avant sa fin"
        : problem.Message.Contains("undeclared entity", StringComparison.OrdinalIgnoreCase) ? "Le fichier cite une entité que XML ne connaît pas"
        : "Le XML est mal formé";
}
