using System.Globalization;
using CqpPortal.Database.Registers.Fiches;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>Reads one element. What cannot be read is kept as written and counted, so that nothing is lost.</summary>
internal sealed class XmlValues(FicheElements elements, FicheDraft draft, ElementCounts unknown)
{
    public string? Text(int element) => elements.Text(element);

    /// <summary>Keeps an element of another name, with what is under it.</summary>
    /// <param name="under">Path of the element it stands in; none for a child of the fiche.</param>
    public void Keep(int element, string? under = null)
    {
        var path = under is null ? elements.Name(element) : $"{under}/{elements.Name(element)}";
        if (elements.HasChildren(element))
        {
            foreach (var child in elements.Children(element)) Keep(child, path);
            return;
        }
        unknown.Add(path);
        draft.AddOther(path, elements.Text(element) ?? "");
    }

    /// <summary>An element that should hold elements only, but holds text.</summary>
    public void KeepStrayText(int element)
    {
        if (!elements.HasChildren(element) && elements.Text(element) is not null) Keep(element);
    }

    public long? Long(int element)
    {
        if (Text(element) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        Keep(element);
        return null;
    }

    public int? Integer(int element, string? under = null)
    {
        if (Text(element) is not { } text) return null;
        if (WrittenValues.TryInteger(text, out var value)) return value;
        Keep(element, under);
        return null;
    }

    public decimal? Rate(int element, string under)
    {
        if (Text(element) is not { } text) return null;
        if (WrittenValues.TryRate(text, out var value)) return value;
        Keep(element, under);
        return null;
    }

    public bool? YesOrNo(int element, string? under = null)
    {
        if (Text(element) is not { } text) return null;
        if (WrittenValues.YesOrNo(text) is { } value) return value;
        Keep(element, under);
        return null;
    }

    /// <summary>A date that says whether the registration is in force: a wrong one would make the portal lie.</summary>
    /// <exception cref="UnreadableFicheException">There is no such day.</exception>
    public DateOnly? RegistrationDate(int element)
    {
        if (Text(element) is not { } text) return null;
        if (WrittenValues.TryDate(text, out var date)) return date;
        throw new UnreadableFicheException($"date impossible dans {elements.Name(element)} : « {Shortened(text)} » (attendu : JJ/MM/AAAA)", elements.Line(element));
    }

    /// <summary>A date of a detail.</summary>
    public DateOnly? Date(int element, string under)
    {
        if (Text(element) is not { } text) return null;
        if (WrittenValues.TryDate(text, out var date)) return date;
        Keep(element, under);
        return null;
    }

    /// <summary>CODE or NIVEAU or NUMERO, and LIBELLE, which was INTITULE in V2.</summary>
    public CodedLabel? Coded(int element, string? under = null)
    {
        var path = under is null ? elements.Name(element) : $"{under}/{elements.Name(element)}";
        if (!elements.HasChildren(element)) return Text(element) is { } alone ? new CodedLabel(null, alone) : null;
        string? code = null, label = null;
        foreach (var child in elements.Children(element))
        {
            switch (elements.Name(child))
            {
                case "CODE" or "NIVEAU" or "NUMERO": code = Text(child); break;
                case "LIBELLE" or "INTITULE": label = Text(child); break;
                default: Keep(child, path); break;
            }
        }
        return code is null && label is null ? null : new CodedLabel(code, label);
    }

    internal static string Shortened(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
