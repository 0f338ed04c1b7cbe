using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Xml;

namespace CqpPortal.Database.Registers.Drops;

/// <summary>
/// The elements of one fiche, flat, in a buffer used again for the next: most fiches of a daily drop are unchanged, and telling so must
/// cost no more than reading them. The text is kept with its markup as control characters, which XML cannot hold, so that one pass of
/// the digest covers names, nesting and values.
/// </summary>
internal sealed class FicheElements
{
    /// <summary>To be raised when the portal reads a fiche differently: every fiche is then written again by the next drop.</summary>
    public const int ShapeVersion = 1;

    private const int MostCharacters = 64 * 1024 * 1024;
    private const int MostDepth = 32;
    private const char Start = '\u0001';
    private const char EndOfName = '\u0002';
    private const char End = '\u0003';

    private readonly List<Element> _elements = [];
    private readonly Stack<int> _open = new();
    private char[] _text = new char[256 * 1024];
    private int _length;

    public void Clear()
    {
        _elements.Clear();
        _open.Clear();
        _length = 0;
    }

    public void Open(string name, int line)
    {
        if (_open.Count == MostDepth) throw new RefusedDropException($"Ligne {line} : éléments imbriqués sur plus de {MostDepth} niveaux. Ce n'est pas un flux de France compétences.");
        if (_open.TryPeek(out var parent)) Mark(parent);
        Reserve(name.Length + 2);
        _text[_length++] = Start;
        name.CopyTo(0, _text, _length, name.Length);
        _length += name.Length;
        _text[_length++] = EndOfName;
        _open.Push(_elements.Count);
        _elements.Add(new Element(name, line, _length, 0, 0, false));
    }

    /// <summary>Takes the value of the reader's node without making a string of it.</summary>
    public void Append(XmlReader reader)
    {
        if (!reader.CanReadValueChunk)
        {
            Append(reader.Value);
            return;
        }
        do Reserve(4096);
        while (Fill(reader));
    }

    public void Append(string value)
    {
        Reserve(value.Length);
        value.CopyTo(0, _text, _length, value.Length);
        _length += value.Length;
    }

    public void Close()
    {
        var index = _open.Pop();
        _elements[index] = _elements[index] with { ContentEnd = _length, Next = _elements.Count };
        Reserve(1);
        _text[_length++] = End;
    }

    /// <summary>The same for the same names, nesting and values, whatever the indentation between the elements.</summary>
    public UInt128 Digest() => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(_text.AsSpan(0, _length)), ShapeVersion);

    public string Name(int element) => _elements[element].Name;

    public int Line(int element) => _elements[element].Line;

    public bool HasChildren(int element) => _elements[element].HasChildren;

    public IEnumerable<int> Children(int element)
    {
        var next = _elements[element].Next;
        for (var child = element + 1; child < next; child = _elements[child].Next) yield return child;
    }

    /// <returns>The first child of that name, or null.</returns>
    public int? Child(int element, string name)
    {
        var next = _elements[element].Next;
        for (var child = element + 1; child < next; child = _elements[child].Next)
        {
            if (_elements[child].Name == name) return child;
        }
        return null;
    }

    /// <returns>The element's text without the spaces around it, that of its children included; null when there is none.</returns>
    public string? Text(int element)
    {
        var content = _text.AsSpan(_elements[element].ContentStart.._elements[element].ContentEnd);
        if (HasChildren(element)) content = WithoutMarkup(content);
        content = content.Trim();
        return content.IsEmpty ? null : new string(content);
    }

    private static char[] WithoutMarkup(ReadOnlySpan<char> content)
    {
        var text = new List<char>(content.Length);
        var inName = false;
        foreach (var character in content)
        {
            if (character == Start) inName = true;
            else if (character is EndOfName or End)
            {
                inName = false;
                text.Add(' ');
            }
            else if (!inName) text.Add(character);
        }
        return [.. text];
    }

    private bool Fill(XmlReader reader)
    {
        var read = reader.ReadValueChunk(_text, _length, _text.Length - _length);
        _length += read;
        return read > 0;
    }

    private void Mark(int parent)
    {
        if (!_elements[parent].HasChildren) _elements[parent] = _elements[parent] with { HasChildren = true };
    }

    private void Reserve(int characters)
    {
        if (_text.Length - _length >= characters) return;
        if (_length + characters > MostCharacters) throw new RefusedDropException("Une fiche dépasse 64 millions de caractères. Ce n'est pas un flux de France compétences.");
        Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + characters));
    }

    private readonly record struct Element(string Name, int Line, int ContentStart, int ContentEnd, int Next, bool HasChildren);
}
