using CqpPortal.Database.Accounts;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CqpPortal.TestSupport;

/// <summary>People of a test, written straight into its database.</summary>
public static class TestPeople
{
    public const string Password = "phrase des essais du portail";

    /// <summary>Deriving a key as often as for real people would take most of the time of a test.</summary>
    public const int HashIterations = 1;

    private static readonly string Hash =
        new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = HashIterations })).HashPassword(null!, Password);

    /// <summary>Somebody with these permissions; committees that the database lacks are added to it.</summary>
    /// <param name="change">What else the test is about: closed, locked, not confirmed.</param>
    public static async Task<Person> AddAsync(string connectionString, IReadOnlyList<Grant> grants, string name = "Camille Essai", Action<Person>? change = null)
    {
        ArgumentNullException.ThrowIfNull(grants);
        await using var database = PortalDatabase.CreateContext(connectionString);
        var keys = grants.Select(grant => grant.Committee).OfType<string>().Distinct().ToList();
        var known = await database.BranchCommittees.Select(committee => committee.Key).Where(key => keys.Contains(key)).ToListAsync();
        database.AddRange(keys.Except(known).Select(key => new BranchCommittee(key, "CPNE", $"CPNE d’essai {key}")));
        var email = $"p{Guid.NewGuid():N}@essais.example";
        var person = new Person
        {
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            PasswordHash = Hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        person.Allow(grants);
        change?.Invoke(person);
        database.Add(person);
        await database.SaveChangesAsync();
        return person;
    }
}
