using CqpPortal.Database.Demonstration;

namespace CqpPortal.Web.Access;

/// <summary>Gives the demonstration its people, and tells the console who they are.</summary>
internal static class DemonstrationDesk
{
    /// <param name="say">Takes one readable line per person.</param>
    public static async Task OpenAsync(string connectionString, Action<string> say, CancellationToken cancellationToken)
    {
        await DemonstrationPeople.AddAsync(connectionString, cancellationToken);
        say($"Comptes de démonstration (mot de passe de tous : {DemonstrationPeople.Password}) :");
        var width = DemonstrationPeople.All.Max(person => person.Email.Length);
        foreach (var person in DemonstrationPeople.All) say($"  {person.Email.PadRight(width)}  {person.Role}");
    }
}
