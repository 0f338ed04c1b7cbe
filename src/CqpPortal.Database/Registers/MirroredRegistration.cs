using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;

namespace CqpPortal.Database.Registers;

/// <summary>What the registers' mirror says of one number.</summary>
/// <param name="Says">Null where its dates are impossible.</param>
/// <param name="AsOf">Date of the last export that held it.</param>
public sealed record MirroredRegistration(string Title, RegistrationRecord? Says, DateOnly AsOf)
{
    /// <summary>What is wrong with what the register says.</summary>
    public Message? WhyImpossible { get; init; }

    /// <summary>Date of the first export without it.</summary>
    public DateOnly? DisappearedOn { get; init; }

    /// <summary>Those of the numbers that a drop held.</summary>
    public static async Task<IReadOnlyDictionary<RegistryNumber, MirroredRegistration>> FindAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken) => numbers.Count == 0
        ? new Dictionary<RegistryNumber, MirroredRegistration>()
        : (await RegisterFiches.ReadCoreAsync(database, numbers, cancellationToken)).ToDictionary(entry => entry.Key, entry => Of(entry.Value));

    private static MirroredRegistration Of(CombinedFiche fiche)
    {
        try
        {
            return new MirroredRegistration(fiche.Fiche.Title, RegistrationRecord.Of(FicheFacts.Registration(fiche.Fiche)), fiche.AsOf) { DisappearedOn = fiche.DisappearedOn };
        }
        catch (ArgumentException)
        {
            return new MirroredRegistration(fiche.Fiche.Title, null, fiche.AsOf) { DisappearedOn = fiche.DisappearedOn, WhyImpossible = FicheFacts.WhyImpossible(fiche.Fiche.Dates) };
        }
    }
}
