using CqpPortal.Domain.Recognition;
using NpgsqlTypes;

namespace CqpPortal.Database.Registers;

/// <summary>One fiche of a register as one format last gave it. The two formats are stored apart and combined when read.</summary>
public sealed class RegisterFiche
{
    public required RegistryNumber Number { get; init; }

    public RegisterFormat Format { get; init; }

    public Register Register { get; init; }

    public required string Title { get; init; }

    public bool? IsActive { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Date of the drop that last changed it.</summary>
    public DateOnly DropDate { get; init; }

    /// <summary>Date of the first drop that no longer held it; null while it is there.</summary>
    public DateOnly? DisappearedOn { get; init; }

    /// <summary>
    /// Date of the last drop that held it, once it has disappeared. Null while it is there: the date is then the format's last drop's,
    /// so that an unchanged fiche is not written again every day.
    /// </summary>
    public DateOnly? LastSeenOn { get; init; }

    /// <summary>128-bit digest of what the drop says of it: an unchanged fiche is not written again.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Numbers of the fiches that replace it or that it replaces, as written: followed without opening the documents.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>The whole fiche as JSON (<see cref="Fiches.Fiche"/>).</summary>
    public required string Document { get; init; }

    /// <summary>Words of the title, for the search outside the catalogue.</summary>
    public NpgsqlTsVector Words { get; private set; } = null!;
}
