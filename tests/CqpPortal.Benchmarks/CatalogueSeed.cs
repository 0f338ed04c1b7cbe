using CqpPortal.Database.Search;
using CqpPortal.Database.Startup;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Benchmarks;

/// <summary>Certifications made of the reference data: real job names, branches and ROME codes, in all states, in any number.</summary>
internal static class CatalogueSeed
{
    private const string Fill =
        """
        select setseed(0.42);
        create temp table jobs as select row_number() over (order by rome, name) - 1 as n, rome, name from job_names;
        create temp table trades as select row_number() over (order by idcc) - 1 as n, idcc, name from branches;
        create temp table made as
            select g, j.rome, j.name as job, b.idcc, b.name as branch
            from generate_series(1, {0}) g
            join jobs j on j.n = (g::bigint * 7919) % (select count(*) from jobs)
            join trades b on b.n = (g::bigint * 104729) % (select count(*) from trades);

        insert into certifications (slug, kind, title, target_jobs, purpose, is_demonstration)
        select 'mesure-' || g, 'Cqp', left(job || ', ' || lower(branch), 800), array[job], 'Exercer le métier de ' || lower(job) || ' dans une entreprise de la branche ' || branch || '.', false from made;
        create temp table ids as select c.id, m.* from certifications c join made m on c.slug = 'mesure-' || m.g;
        insert into owning_branches (certification_id, branch) select id, idcc from ids;
        insert into classification_codes (certification_id, classification, code) select id, 'Rome', rome from ids;
        insert into transmissions (certification_id, authority, sent_on) select id, 'FranceCompetences', date '2019-01-01' + (g % 2000)::int from ids where g % 17 <> 0;
        insert into access_routes (certification_id, code, is_open) select id, 'PriorExperience', g % 2 = 0 from ids union all select id, 'ContinuingTraining', true from ids;
        insert into registrations (certification_id, number, level, decided_on, published_on, ends_on)
        select id, case g % 3 when 0 then 'RNCP' else 'RS' end || (g / 3 + 1), case when g % 3 = 0 then 3 + g % 4 end,
            date '2020-01-01' + (g % 2300)::int, date '2020-01-01' + (g % 2300)::int, date '2020-01-01' + (g % 2300)::int + 1095
        from ids where g % 3 < 2 and g / 3 < 99998;
        insert into skill_blocks (certification_id, position, code, title) select id, 0, 'BC01', 'Préparer et réaliser le travail' from ids;
        insert into skills (block_id, position, title, is_transversal, knowledge)
        select b.id, s.n, s.title, s.n = 2, '{}' from skill_blocks b join ids i on i.id = b.certification_id
        cross join lateral (values (0, 'Préparer son poste de ' || lower(i.job)), (1, 'Contrôler la qualité du travail rendu au client'), (2, 'Travailler en sécurité et trier les déchets')) s(n, title);
        insert into activities (certification_id, position, title, description)
        select i.id, a.n, a.title, t.text
        from ids i
        cross join (values (0, 'Préparer l’intervention'), (1, 'Réaliser le travail'), (2, 'Rendre compte')) a(n, title)
        cross join lateral (
            select 'En lien avec ' || string_agg(lower(j.name), ', ') || ', dans le respect des consignes de sécurité et des délais du client.' as text
            from generate_series(1, 15) k join jobs j on j.n = (i.g::bigint * 131 + a.n * 977 + k * 6151) % (select count(*) from jobs)) t;
        analyze;
        """;

    public static async Task FillAsync(string connectionString, int certifications)
    {
        await using var database = PortalDatabase.CreateContext(connectionString);
        database.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var transaction = await database.Database.BeginTransactionAsync();
        // The braces of PostgreSQL's arrays are no placeholders.
        var sql = Fill.Replace("{0}", certifications.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("'{}'", "array[]::text[]", StringComparison.Ordinal);
        await database.Database.ExecuteSqlRawAsync(sql);
        await SearchIndex.RefreshAsync(database, null, CancellationToken.None);
        await transaction.CommitAsync();
        await database.Database.ExecuteSqlRawAsync("vacuum analyze");
    }

    public static async Task<IReadOnlyList<string>> TitlesAsync(string connectionString, int count)
    {
        await using var database = PortalDatabase.CreateContext(connectionString);
        return await database.Certifications.OrderBy(certification => certification.Id).Select(certification => certification.Title).Take(count).ToListAsync();
    }
}
