using System.Text.Json;
using CqpPortal.Database;
using CqpPortal.Database.Eligibility;

namespace CqpPortal.Web.Answers;

/// <summary>Makes proofs of answers, and opens them again beside what would be answered today.</summary>
internal sealed class ProofDesk(AnswerDesk desk, PortalDbContext database, TimeProvider clock)
{
    /// <summary>How long a proof can be opened at least. Nothing deletes one.</summary>
    public const int YearsKept = 2;

    /// <returns>The proof, or what is wrong with the question.</returns>
    public async Task<(Proof? Proof, Answering Answering)> MakeAsync(QuestionKind kind, Func<string, string?> typed, string site, CancellationToken cancellationToken)
    {
        var french = await AskAsync(kind, new Parameters(typed), (Language.French, site), cancellationToken);
        if (french is not Answering.Answered { Document: { } document }) return (null, french);
        // The same question word for word, should midnight pass between the two.
        if (await AskAgainAsync(kind, document.Question, (Language.English, site), cancellationToken) is not Answering.Answered english) return (null, french);
        var proof = new Proof
        {
            Code = ProofCode.New(),
            Kind = kind.Name,
            MadeAt = clock.GetUtcNow(),
            French = Write(document),
            English = Write(english.Document),
            RulesVersion = document.RulesVersion,
            DataDate = document.DataDate,
        };
        database.Add(proof);
        await database.SaveChangesAsync(cancellationToken);
        return (proof, french);
    }

    /// <returns>Null when no proof has that code.</returns>
    public async Task<OpenedProof?> OpenAsync(string typed, string site, CancellationToken cancellationToken)
    {
        if (!ProofCode.TryParse(typed, null, out var code) || await database.Proofs.FindAsync([code], cancellationToken) is not { } proof) return null;
        var kind = QuestionKind.All.First(known => known.Name == proof.Kind);
        var then = (AnswerDocument)JsonSerializer.Deserialize(Written.IsEnglish ? proof.English : proof.French, kind.DocumentType, AnswerJson.Readable)!;
        var now = await AskAgainAsync(kind, then.Question, (Written.PageLanguage, site), cancellationToken);
        return new OpenedProof(proof, kind, then, ChangedAnswer.Between(then, (now as Answering.Answered)?.Document));
    }

    private Task<Answering> AskAgainAsync(QuestionKind kind, AskedQuestion question, (Language, string) site, CancellationToken cancellationToken)
    {
        var told = QuestionParameters.Of(question).ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        return AskAsync(kind, new Parameters(told.GetValueOrDefault), site, cancellationToken);
    }

    /// <summary>Days and amounts are of the language of the text, whichever page asks for it.</summary>
    private async Task<Answering> AskAsync(QuestionKind kind, Parameters typed, (Language Language, string) site, CancellationToken cancellationToken)
    {
        using var language = Written.In(site.Language);
        return await desk.AskAsync(kind, typed, site, cancellationToken);
    }

    private static string Write(AnswerDocument document) => JsonSerializer.Serialize(document, document.GetType(), AnswerJson.Readable);
}
