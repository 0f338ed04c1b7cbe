using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers;

/// <summary>The last export taken of one register in one format.</summary>
public sealed class RegisterDrop
{
    public Register Register { get; init; }

    public RegisterFormat Format { get; init; }

    public DateOnly DropDate { get; set; }

    public required string FileName { get; set; }

    /// <summary>128-bit digest of the file: the same one again has nothing to say.</summary>
    public required byte[] Digest { get; set; }

    public DateTimeOffset ImportedAt { get; set; }

    /// <summary>Fiches taken, changed or not.</summary>
    public int Fiches { get; set; }

    /// <summary>Fiches refused one by one.</summary>
    public int Rejected { get; set; }
}
