using System.Runtime.CompilerServices;
using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>
/// The question on the CPF for many lines: one answer a line, in their order, whatever is wrong with a line. Lines are read ahead by some hundreds, so that
/// the database is asked a few times for them all and nothing more is held.
/// </summary>
internal sealed class CpfBatch(CurrentRules rules, IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    public const int MostLines = 20_000;
    public const int MostBytes = 10_000_000;
    private const int ReadAhead = 500;

    public static RefusedListException TooManyLines => new(new(
        $"La liste a plus de {MostLines.Grouped()} lignes : partagez-la en plusieurs. Aucune ligne n’a été lue.", $"The list has more than {MostLines} lines: split it. No line was read."));

    public static RefusedListException TooManyBytes => new(new(
        $"La liste dépasse {MostBytes / 1_000_000}\u00A0Mo : gardez le code et les dates, ou partagez-la. Aucune ligne n’a été lue.",
        $"The list exceeds {MostBytes / 1_000_000} MB: keep code and dates, or split it. No line was read."));

    /// <summary>What lines share, as understood; refused where a value of it cannot be read.</summary>
    public (AskedQuestion Question, Answering.Refused? Refused) ReadShared(IReadOnlyDictionary<string, string> shared)
    {
        var typed = new Parameters(name => name == "code" ? "-" : shared.GetValueOrDefault(name));
        var question = QuestionKind.Cpf.Read(typed, clock.TodayInParis());
        return (question, QuestionKind.Cpf.RefuseUnknown(shared.Keys) ?? (typed.Refused.Count > 0 ? new Answering.Refused(typed.Refused) : null));
    }

    /// <param name="shared">Parameters of the lines that do not tell their own.</param>
    public async IAsyncEnumerable<AnsweredLine> AnswerAsync(
        IEnumerable<AskedLine> lines, IReadOnlyDictionary<string, string> shared, (Language Language, string Site) site, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One day and one state of the rules for all, however long it takes.
        var (book, today) = (await rules.GetAsync(cancellationToken), clock.TodayInParis());
        foreach (var chunk in lines.Chunk(ReadAhead))
        {
            var read = Array.ConvertAll(chunk, line => Read(line, shared, today));
            var (suggested, habilitations) = await LookUpAsync(read, known => new AnswerContext(book, known, site.Language, site.Site), cancellationToken);
            foreach (var line in read) yield return Answer(line, suggested, habilitations);
        }
    }

    /// <summary>Finds what the lines name. The connection is given back before a reader, who may be slow, gets their answers.</summary>
    private async Task<(IReadOnlyDictionary<string, IReadOnlyList<CodeSuggestion>>, IReadOnlyDictionary<(RegistryNumber, string), IReadOnlyList<Habilitation>>)> LookUpAsync(
        Reading[] lines, Func<AskedCertification, AnswerContext> contextOf, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await new CertificationLookup(database).FindManyAsync([.. Codes(lines)], cancellationToken);
        var suggested = await new CodeSuggestions(database).FindManyAsync([.. Codes(lines).Where(code => !known.ContainsKey(code))], cancellationToken);
        var named = known.ToDictionary(entry => entry.Key, entry => contextOf(entry.Value));
        foreach (var line in lines) Fit(line, named);
        return (suggested, await Habilitations.ReadManyAsync(database, [.. lines.Select(line => line.Provider).OfType<(RegistryNumber, string)>().Distinct()], cancellationToken));
    }

    private static IEnumerable<string> Codes(Reading[] lines) => lines.Where(line => line.Typed.Refused.Count == 0).Select(line => line.Question.Code).Distinct();

    private static Reading Read(AskedLine line, IReadOnlyDictionary<string, string> shared, DateOnly today)
    {
        var typed = new Parameters(name => line.Values.GetValueOrDefault(name) ?? shared.GetValueOrDefault(name));
        if (line.Refused is { } refused) typed.Refuse(refused.Parameter, refused.Text.Fr, refused.Text.En);
        if (QuestionKind.Cpf.RefuseUnknown(line.Values.Keys) is { } unknown)
        {
            foreach (var (name, text) in unknown.Parameters) typed.Refuse(name, text.Fr, text.En);
        }
        return new Reading(line, typed, QuestionKind.Cpf.Read(typed, today));
    }

    private static void Fit(Reading line, Dictionary<string, AnswerContext> named)
    {
        if (line.Typed.Refused.Count > 0 || !named.TryGetValue(line.Question.Code, out var context)) return;
        line.Context = context;
        line.Question = QuestionKind.Cpf.Fit(line.Question, context, line.Typed);
        if (line.Typed.Refused.Count == 0 && QuestionKind.Cpf.ProvidersOf(line.Question, context.Asked.Facts) is { } number) line.Provider = (number, line.Question.ProviderSiret!);
    }

    private static AnsweredLine Answer(
        Reading line, IReadOnlyDictionary<string, IReadOnlyList<CodeSuggestion>> suggested, IReadOnlyDictionary<(RegistryNumber, string), IReadOnlyList<Habilitation>> habilitations)
    {
        if (line.Typed.Refused.Count > 0) return new AnsweredLine(line.Line) { Problem = new Answering.Refused(line.Typed.Refused) };
        if (line.Context is null) return new AnsweredLine(line.Line) { Problem = new Answering.NotFound(line.Question.Code, suggested.GetValueOrDefault(line.Question.Code) ?? []) };
        var provider = line.Provider is { } asked ? habilitations.GetValueOrDefault(asked) : null;
        return new AnsweredLine(line.Line) { Context = line.Context, Question = line.Question, Answer = CpfKind.Examine(line.Context, line.Question, provider) };
    }

    /// <summary>A line on its way from what was typed to its answer.</summary>
    private sealed class Reading(AskedLine line, Parameters typed, AskedQuestion question)
    {
        public AskedLine Line => line;

        public Parameters Typed => typed;

        public AskedQuestion Question { get; set; } = question;

        public AnswerContext? Context { get; set; }

        public (RegistryNumber Number, string Siret)? Provider { get; set; }
    }
}
