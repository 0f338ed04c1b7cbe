using CqpPortal.Database.Configuration;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>The questions of the last month, each with how often it was asked.</summary>
public static class AskedQuestions
{
    public const int DaysKept = 40;

    private const string Upsert =
        """
        insert into asked_questions (asked_on, kind, parameters, count)
        select * from unnest($1, $2, $3, $4)
        on conflict (asked_on, kind, parameters) do update set count = asked_questions.count + excluded.count
        """;

    public static async Task AddAsync(PortalDbContext database, IEnumerable<AskedQuestionCount> questions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        // Two sites that write the same rows take them in the same order, so that neither waits for the other.
        var rows = questions.OrderBy(row => row.AskedOn).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Parameters, StringComparer.Ordinal).ToList();
        if (rows.Count == 0) return;
        await using var command = await database.CommandAsync(Upsert, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. rows.Select(row => row.AskedOn)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Kind)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Parameters)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. rows.Select(row => row.Count)] });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets what is older than <see cref="DaysKept"/>.</summary>
    public static Task<int> ForgetAsync(PortalDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var oldest = today.AddDays(-DaysKept);
        return database.Set<AskedQuestionCount>().Where(question => question.AskedOn < oldest).ExecuteDeleteAsync(cancellationToken);
    }

    /// <returns>Of the month up to that day, those asked most first, and how many there are in all.</returns>
    public static async Task<(IReadOnlyList<(string Kind, string Parameters, int Count)> Questions, int All)> OfLastMonthAsync(
        PortalDbContext database, DateOnly today, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var since = today.AddMonths(-1);
        var questions = database.Set<AskedQuestionCount>().Where(question => question.AskedOn >= since)
            .GroupBy(question => new { question.Kind, question.Parameters })
            .Select(group => new { group.Key.Kind, group.Key.Parameters, Count = group.Sum(question => question.Count) });
        var all = await questions.CountAsync(cancellationToken);
        var found = await questions.OrderByDescending(question => question.Count).ThenBy(question => question.Kind).ThenBy(question => question.Parameters)
            .Take(most).ToListAsync(cancellationToken);
        return ([.. found.Select(question => (question.Kind, question.Parameters, question.Count))], all);
    }
}
