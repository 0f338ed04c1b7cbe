using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Reports;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Answers;

/// <summary>Counts the questions that were answered, a batch every second, in the background: one writer for the whole site.</summary>
internal sealed partial class QuestionWriter(KeptQuestions kept, IDbContextFactory<PortalDbContext> contexts, TimeProvider clock, ILogger<QuestionWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private DateOnly _forgotOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await kept.Waiting.WaitToReadAsync(stoppingToken))
        {
            // Most of a burst is the same question: counted here, it is one row.
            await Task.Delay(Pause, clock, stoppingToken);
            var counts = new Dictionary<(QuestionKind Kind, AskedQuestion Question), int>();
            while (kept.Waiting.TryRead(out var asked)) counts[asked] = counts.GetValueOrDefault(asked) + 1;
            try
            {
                await WriteAsync(counts, stoppingToken);
            }
            // Whatever ails the database: the questions of this second are lost, and nobody waits for them.
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                NotKept(problem.Message);
            }
        }
    }

    private async Task WriteAsync(Dictionary<(QuestionKind Kind, AskedQuestion Question), int> counts, CancellationToken cancellationToken)
    {
        var today = clock.TodayInParis();
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await AskedQuestions.AddAsync(database, counts
            .Select(asked => (asked.Key.Kind.Name, Parameters: KeptQuestion.Of(asked.Key.Question), asked.Value))
            .Where(asked => asked.Parameters is not null)
            .GroupBy(asked => (asked.Name, Parameters: asked.Parameters!))
            .Select(same => new AskedQuestionCount { Kind = same.Key.Name, Parameters = same.Key.Parameters, AskedOn = today, Count = same.Sum(asked => asked.Value) }), cancellationToken);
        if (_forgotOn == today) return;
        await AskedQuestions.ForgetAsync(database, today, cancellationToken);
        await UnansweredSearches.ForgetAsync(database, today, cancellationToken);
        await ReaderReports.ForgetAsync(database, clock.GetUtcNow(), cancellationToken);
        _forgotOn = today;
    }

    [LoggerMessage(LogLevel.Warning, "Questions were answered and not counted: {Problem}")]
    private partial void NotKept(string problem);
}
