using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Tool.Confirmation;

/// <summary>The fiches that may be CQP: which wait, and a person's word on them.</summary>
internal static class ConfirmationCommands
{
    /// <returns>Null when one of the words is no number; the error says which.</returns>
    public static IReadOnlyList<RegistryNumber>? Read(IEnumerable<string> words, TextWriter errors)
    {
        var numbers = new List<RegistryNumber>();
        foreach (var word in words)
        {
            if (RegistryNumber.TryParse(word, null, out var number))
            {
                numbers.Add(number);
                continue;
            }
            errors.WriteLine($"« {word} » n'est pas un numéro de fiche : écrivez RNCP ou RS, puis un à cinq chiffres, comme RNCP35419.");
            return null;
        }
        return numbers;
    }

    public static async Task<int> ListAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var database = PortalDatabase.CreateContext(connectionString);
        var waiting = await ConfirmationList.ReadAsync(database, cancellationToken);
        foreach (var candidate in waiting)
        {
            Console.WriteLine($"{candidate.Number}  {candidate.Title}");
            Console.WriteLine($"    {candidate.Reason} (export du {candidate.DropDate:dd/MM/yyyy})");
        }
        Console.WriteLine(waiting.Count switch
        {
            0 => "Aucune fiche n'attend d'avis.",
            1 => "1 fiche attend un avis : confirm ou dismiss, suivi de son numéro.",
            _ => $"{waiting.Count:N0} fiches attendent un avis : confirm ou dismiss, suivi de leurs numéros.",
        });
        return 0;
    }

    public static async Task<int> SayAsync(string connectionString, IReadOnlyList<RegistryNumber> numbers, bool isCqp, CancellationToken cancellationToken)
    {
        await using var database = PortalDatabase.CreateContext(connectionString);
        try
        {
            var (unknown, promotion) = await ConfirmationList.SayAsync(database, numbers, isCqp, cancellationToken);
            foreach (var number in unknown) await Console.Error.WriteLineAsync($"{number} n'est pas dans la liste à confirmer : to-confirm la montre.");
            foreach (var fiche in promotion.Promoted) Console.WriteLine($"{fiche.Number} est au catalogue : {fiche.Title}");
            foreach (var fiche in promotion.ToConfirm.Where(fiche => isCqp && numbers.Any(number => number.ToString() == fiche.Number))) Console.WriteLine($"{fiche.Number} attend encore : {fiche.Evidence}");
            if (!isCqp && unknown.Count < numbers.Count) Console.WriteLine("C'est noté : ces fiches ne sont pas des CQP.");
            return unknown.Count == 0 ? 0 : unknown.Count < numbers.Count ? 1 : 2;
        }
        catch (RefusedDropException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }
}
