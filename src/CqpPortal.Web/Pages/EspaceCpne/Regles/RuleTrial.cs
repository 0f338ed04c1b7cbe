using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Eligibility.Cases;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>Tries a draft: the same questions under the rules of today and under those with the draft, on the days around its first one. Nothing is written.</summary>
internal sealed class RuleTrial(PortalDbContext database)
{
    /// <summary>The questions asked most; others are left out.</summary>
    public const int MostQuestions = 2000;

    public async Task<TrialResult> RunAsync(TriedRules rules, DateOnly today, CancellationToken cancellationToken)
    {
        var (rows, all) = await AskedQuestions.OfLastMonthAsync(database, today, MostQuestions, cancellationToken);
        var asked = await FindAsync(rows, today, cancellationToken);
        var cases = TextbookCases.All.Select(known => TriedQuestion.Of(known, today)).ToList();
        return new TrialResult
        {
            Days = rules.Days,
            CaseCount = cases.Count,
            Cases = Changes(cases, rules, cancellationToken),
            QuestionCount = asked.Count,
            LeftOut = all - asked.Count,
            Questions = Changes(asked, rules, cancellationToken),
        };
    }

    private static List<TrialChange> Changes(IEnumerable<TriedQuestion> questions, TriedRules rules, CancellationToken cancellationToken)
    {
        var changes = new List<TrialChange>();
        foreach (var question in questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Change(question, rules) is { } change) changes.Add(change);
        }
        return changes;
    }

    /// <summary>Null where every answer stays the same.</summary>
    private static TrialChange? Change(TriedQuestion tried, TriedRules rules)
    {
        var found = new List<(DateOnly Day, AskedQuestion Question, IReadOnlyList<string> Changes)>();
        foreach (var day in rules.Days.Append(tried.Question.MainDay).Distinct())
        {
            var question = tried.Question.MovedTo(day);
            if (tried.Answer(question, rules.Today) is not { } was) continue;
            var changes = ChangedAnswer.Between(was, tried.Answer(question, rules.WithDraft));
            if (changes.Count > 0) found.Add((day, question, changes));
        }
        if (found.Count == 0) return null;
        var first = found.MinBy(change => change.Day);
        return new TrialChange(tried.Title, TriedQuestion.InWords(first.Question), tried.Address(first.Question), tried.Times)
        {
            Changes = [.. found.OrderBy(change => change.Day).GroupBy(change => string.Join('\n', change.Changes))
                .Select(same => (Written.List([.. same.Select(change => Say($"le {change.Day.InWords()}"))]), same.First().Changes))],
        };
    }

    private async Task<List<TriedQuestion>> FindAsync(IReadOnlyList<(string Kind, string Parameters, int Count)> rows, DateOnly today, CancellationToken cancellationToken)
    {
        var questions = new List<(QuestionKind Kind, AskedQuestion Question, int Count)>(rows.Count);
        foreach (var (name, parameters, count) in rows)
        {
            var told = KeptQuestion.Read(parameters);
            var typed = new Parameters(told.GetValueOrDefault);
            if (QuestionKind.All.FirstOrDefault(known => known.Name == name) is not { } kind) continue;
            var question = kind.Read(typed, today);
            // What an older portal understood and this one does not.
            if (typed.Refused.Count == 0) questions.Add((kind, question, count));
        }
        var certifications = await new CertificationLookup(database).FindManyAsync([.. questions.Select(question => question.Question.Code)], cancellationToken);
        return
        [
            .. questions.Where(question => certifications.ContainsKey(question.Question.Code)).Select(question =>
            {
                var certification = certifications[question.Question.Code];
                return new TriedQuestion(question.Kind, question.Question, certification) { Title = $"{certification.Certification.Title}, {certification.Code}", Times = question.Count, HasAddress = true };
            }),
        ];
    }
}
