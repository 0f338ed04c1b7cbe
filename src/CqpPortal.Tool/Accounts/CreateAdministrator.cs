using System.Net.Mail;
using System.Text;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Tool.Accounts;

/// <summary>The first administrator, who then invites everybody else from the site.</summary>
internal static class CreateAdministrator
{
    private const int MinLength = 12;

    /// <returns>What is wrong with the words, in French; null when nothing is.</returns>
    public static string? Refuse(string email, string name)
    {
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || !address.Host.Contains('.') || email.Length > 254)
            return $"« {email} » n'est pas une adresse électronique : écrivez-la comme nadia.benali@exemple.fr.";
        return name.Trim().Length is 0 or > Person.MaxNameLength ? $"Écrivez le prénom et le nom entre guillemets, en {Person.MaxNameLength} caractères au plus, comme \"Nadia Benali\"." : null;
    }

    /// <param name="password">Asks for the password; it is never an argument, which other users of the machine could read.</param>
    /// <returns>Exit code: 0 created, 2 nothing changed.</returns>
    public static async Task<int> RunAsync(string connectionString, (string Email, string Name) who, Func<string?> password, CancellationToken cancellationToken)
    {
        await using var database = PortalDatabase.CreateContext(connectionString);
        var normalized = who.Email.ToUpperInvariant();
        if (await database.Users.AnyAsync(person => person.NormalizedEmail == normalized, cancellationToken))
        {
            await Console.Error.WriteLineAsync($"{who.Email} a déjà un compte : un administrateur en change les droits sur la page « Les personnes ».");
            return 2;
        }
        var chosen = password();
        if (chosen is not { Length: >= MinLength } || chosen.Contains(who.Email, StringComparison.OrdinalIgnoreCase) || chosen.Distinct().Count() < 5)
        {
            await Console.Error.WriteLineAsync($"Choisissez un mot de passe d'au moins {MinLength} caractères, qui ne soit ni l'adresse ni une répétition. Rien n'a changé.");
            return 2;
        }
        var person = new Person
        {
            Name = who.Name.Trim(),
            UserName = who.Email,
            NormalizedUserName = normalized,
            Email = who.Email,
            NormalizedEmail = normalized,
            // Whoever holds the server vouches for the address.
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, chosen);
        person.Allow([new Grant(Permission.Administer)]);
        database.Add(person);
        database.Add(new AuditLine { Action = AuditAction.Invited, At = TimeProvider.System.GetUtcNow(), Subject = $"{person.Name} ({person.Email})", Details = "Administrateur créé par l'exploitant, avec la commande create-administrator." });
        await database.SaveChangesAsync(cancellationToken);
        Console.WriteLine($"{person.Name} administre le portail et se connecte avec {person.Email} sur /connexion.");
        return 0;
    }

    /// <summary>From the pipe when there is one, else from the keyboard without showing it.</summary>
    public static string? ReadPassword()
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        Console.Error.Write("Mot de passe (12 caractères au moins, il ne s'affiche pas) : ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
