using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Editing;

/// <summary>A number of the registers belongs to one certification: another one holds it.</summary>
/// <param name="number">The number.</param>
/// <param name="title">Title of the one that holds it.</param>
/// <param name="address">Page of the one that holds it; null where nothing of it is public.</param>
public sealed class TakenNumberException(RegistryNumber number, string title, string? address) : InvalidOperationException($"{number} est déjà le numéro de « {title} ».")
{
    public RegistryNumber Number => number;

    public string Title => title;

    public string? Address => address;
}
