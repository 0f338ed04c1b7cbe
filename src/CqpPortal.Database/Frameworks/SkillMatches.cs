using CqpPortal.Database.Configuration;
using Npgsql;

namespace CqpPortal.Database.Frameworks;

/// <summary>
/// Which skills say nearly the same, by their words: accents, endings and small words left out, as the search does. An estimate, never a right: only the registers and
/// the committees say what counts for what.
/// </summary>
public static class SkillMatches
{
    /// <summary>Certifications at most that somebody's own words lead to.</summary>
    private const int MostFound = 10;

    private const string Between =
        """
        with said as (
            select b.certification_id, s.id, s.title, array(select word from unnest(tsvector_to_array(s.words)) word where length(word) > 2) as words
            from skills s join skill_blocks b on b.id = s.block_id
            where b.certification_id = any($1) and s.words <> '')
        select wanted.certification_id, held.certification_id, wanted.title, held.title
        from said wanted cross join said held
        cross join lateral (select count(*) as common from unnest(held.words) word where word = any(wanted.words)) shared
        where held.certification_id <> wanted.certification_id
            and (shared.common >= 2 or cardinality(wanted.words) = 1 and shared.common = 1) and shared.common >= 0.6 * cardinality(wanted.words)
        order by wanted.id, held.certification_id, shared.common desc, cardinality(held.words)
        """;

    // A skill of few words is met by half of them, and so is one that a few words of the task name.
    private const string ToTasks =
        """
        with tasks as (
            select place, words, coalesce((select string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''', ' | ') from unnest(words) word), '') as asked
            from unnest($1) with ordinality as told(task, place) cross join lateral (select array(select word from unnest(tsvector_to_array(portal_vector(task))) word where length(word) > 2) as words) read),
        met as (
            select distinct on (s.id) s.id, s.title, s.position, b.position as block, b.certification_id, tasks.place, shared.common
            from tasks
            join skills s on tasks.asked <> '' and s.words @@ tasks.asked::tsquery
            join skill_blocks b on b.id = s.block_id
            cross join lateral (select count(*) as common from unnest(tasks.words) word where word = any(tsvector_to_array(s.words))) shared
            where shared.common * 2 >= least(cardinality(tasks.words), length(s.words))
            order by s.id, shared.common desc, tasks.place),
        best as (
            select met.certification_id, count(*) as met, sum(met.common) as weight,
                (select count(*) from skills s join skill_blocks b on b.id = s.block_id where b.certification_id = met.certification_id) as total
            from met join certifications c on c.id = met.certification_id
            where c.suppressed_on is null or c.suppressed_on > $2
            group by met.certification_id
            -- One word in common is chance, unless nobody told more.
            having max(met.common) >= least(2, (select max(cardinality(words)) from tasks))
            order by count(distinct met.place) desc, count(*) desc, weight desc, certification_id limit $3)
        select c.slug, c.title, c.is_demonstration, best.total, met.title, met.place
        from best join met using (certification_id) join certifications c on c.id = best.certification_id
        order by best.met desc, best.weight desc, best.certification_id, met.block, met.position
        """;

    /// <summary>For every skill of each certification the nearest one of each other, where six tenths of its words at least, and two, stand there.</summary>
    public static async Task<IReadOnlyList<SkillMatch>> BetweenAsync(PortalDbContext database, IReadOnlyCollection<int> certifications, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = await database.CommandAsync(Between, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. certifications] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<SkillMatch>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(new SkillMatch(reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3)));
        // The nearest comes first.
        return [.. found.DistinctBy(match => (match.WantedIn, match.HeldIn, match.Wanted))];
    }

    /// <summary>The certifications whose skills the tasks name, those that most tasks lead to first; those abolished on the day are left out.</summary>
    public static async Task<IReadOnlyList<SkillsOfTasks>> ToTasksAsync(PortalDbContext database, IReadOnlyCollection<string> tasks, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = await database.CommandAsync(ToTasks, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. tasks] });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostFound });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string Slug, string Title, bool IsDemonstration, int Total, MetSkill Skill)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), (int)reader.GetInt64(3), new MetSkill(reader.GetString(4), (int)reader.GetInt64(5) - 1)));
        return [.. rows.GroupBy(row => row.Slug).Select(of => new SkillsOfTasks(of.Key, of.First().Title, of.First().IsDemonstration, of.First().Total, [.. of.Select(row => row.Skill)]))];
    }
}
