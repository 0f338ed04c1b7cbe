using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers;

/// <summary>The last export taken of one register in one format.</summary>
public sealed class RegisterDrop
{
    public Register Register { get; init; }

    public RegisterFormat Format { get; init; }

    public DateOnly DropDate { get; set; }

    public required string FileName { get; set; }

    public DateTimeOffset ImportedAt { get; set; }

    public int Fiches { get; set; }
}
