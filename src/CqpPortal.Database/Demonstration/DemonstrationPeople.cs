using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Demonstration;

/// <summary>One made-up person of each role. Their password is public: they only ever open a portal that shows invented data.</summary>
public static class DemonstrationPeople
{
    public const string Password = "poinçon-cuivre-2026";

    private const string Metal = "cpne-3248";
    private const string Chemistry = "cpne-0044";
    private const string Poultry = "cpnefp-1938";

    public static IReadOnlyList<DemonstrationPerson> All { get; } =
    [
        new("Claire Fontaine", "claire.fontaine@demonstration.example", "Administre le portail : personnes, droits, journal ; modifie les règles et lance les imports.",
            [new Grant(Permission.Administer), new Grant(Permission.EditRules), new Grant(Permission.RunImports)]) { EnglishRole = "Administers the portal: people, permissions, log; edits the rules and runs imports." },
        new("Hugo Marchand", "hugo.marchand@demonstration.example", "Modifie les règles datées.", [new Grant(Permission.EditRules)]) { EnglishRole = "Edits the dated rules." },
        new("Nadia Benali", "nadia.benali@demonstration.example", "Écrit les brouillons de la CPNE de la métallurgie.", [new Grant(Permission.WriteDrafts, Metal)]) { EnglishRole = "Writes the drafts of the CPNE of the metal industry." },
        new("Paul Lefèvre", "paul.lefevre@demonstration.example", "Relit les brouillons de la CPNE de la métallurgie.", [new Grant(Permission.Review, Metal)]) { EnglishRole = "Reviews the drafts of the CPNE of the metal industry." },
        new("Hélène Ricard", "helene.ricard@demonstration.example", "Signe pour la CPNE de la métallurgie.", [new Grant(Permission.Sign, Metal)]) { EnglishRole = "Signs for the CPNE of the metal industry." },
        new("Karim Haddad", "karim.haddad@demonstration.example", "Signe pour la CPNEFP de la transformation des volailles.", [new Grant(Permission.Sign, Poultry)]) { EnglishRole = "Signs for the CPNEFP of poultry processing." },
        new("Inès Caron", "ines.caron@demonstration.example", "Agit pour trois CPNE : écrit, relit et signe pour les industries chimiques, écrit pour la métallurgie et pour les volailles.",
            [.. new[] { Permission.WriteDrafts, Permission.Review, Permission.Sign }.Select(permission => new Grant(permission, Chemistry)),
                new Grant(Permission.WriteDrafts, Metal), new Grant(Permission.WriteDrafts, Poultry)]) { EnglishRole = "Acts for three CPNE: writes, reviews and signs for the chemical industries, writes for the metal industry and for poultry." },
    ];

    /// <summary>Adds those who are not there yet; what somebody changed of the others stays. A committee that is not in the database gives no permission.</summary>
    public static async Task AddAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var database = Startup.PortalDatabase.CreateContext(connectionString);
        var addresses = All.Select(person => person.Email.ToUpperInvariant()).ToList();
        var known = await database.Users.Where(person => addresses.Contains(person.NormalizedEmail!)).Select(person => person.NormalizedEmail).ToListAsync(cancellationToken);
        var missing = All.Where(person => !known.Contains(person.Email.ToUpperInvariant())).ToList();
        if (missing.Count == 0) return;
        var committees = await database.BranchCommittees.Select(committee => committee.Key).ToHashSetAsync(cancellationToken);
        var hasher = new PasswordHasher<Person>();
        foreach (var made in missing)
        {
            var person = new Person
            {
                Name = made.Name,
                UserName = made.Email,
                NormalizedUserName = made.Email.ToUpperInvariant(),
                Email = made.Email,
                NormalizedEmail = made.Email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                IsDemonstration = true,
                WantsDigest = false,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            person.PasswordHash = hasher.HashPassword(person, Password);
            person.Allow(made.Grants.Where(grant => grant.Committee is null || committees.Contains(grant.Committee)));
            database.Add(person);
        }
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another process that opened the same database was quicker.
        }
    }
}
