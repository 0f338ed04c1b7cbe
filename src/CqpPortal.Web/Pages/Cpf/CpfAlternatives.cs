using System.Globalization;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>What would change an answer: the same question with one thing different, asked again at the same desk.</summary>
internal sealed class CpfAlternatives(AnswerDesk desk, TypedForm form, EligibilityDocument document, AnswerContext context)
{
    private const int Most = 4;

    /// <summary>A tariff that changes further away is no choice that anybody has.</summary>
    private const int DaysAround = 92;

    private static readonly string[] WithOwnRights = ["employee", "self-employed", "young", "volunteer", "carer"];

    private readonly DateOnly _order = document.Question.OrderDate!.Value;
    private readonly DateOnly _start = document.Question.StartDate!.Value;

    private Registration? Registration => context.Asked.Facts.RegistrationOn(_order);

    /// <summary>At most four, whose verdict or share of the holder really differ, the most useful first.</summary>
    public async Task<IReadOnlyList<Alternative>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<Alternative>();
        foreach (var (words, changes) in document.Verdict is "not-eligible" or "undetermined" ? ToYes() : ToLess())
        {
            var changed = form.With(changes);
            if (await desk.AskAsync(QuestionKind.Cpf, changed.ToParameters(), (Written.PageLanguage, ""), cancellationToken) is not Answering.Answered { Document: EligibilityDocument other }) continue;
            if ((other.Verdict, other.Amounts.HolderPays) == (document.Verdict, document.Amounts.HolderPays) || found.Exists(known => known.Address == changed.Address)) continue;
            // What only makes it worse helps nobody.
            if (other.Verdict == "not-eligible") continue;
            found.Add(new Alternative(words, other, changed.Address));
            if (found.Count == Most) break;
        }
        return found;
    }

    private IEnumerable<(string Words, IEnumerable<(string, string?)> Changes)> ToYes()
    {
        var question = document.Question;
        if (document.Replacement is { Code: var next }) yield return (Say($"Vous demandez {next}, qui prend la suite"), Renewed(form, document));
        if (question.ProviderSiret is not null) yield return (Say("Vous choisissez un autre organisme, habilité"), [("providerSiret", null)]);
        if (question.Block is not null) yield return (Say("Vous visez toute la certification"), [("block", null), .. context.Asked is { Block: not null, Number: { } number } ? [("code", number.ToString())] : Array.Empty<(string, string?)>()]);
        if (Registration is { } registration)
        {
            if (_start > registration.LastDay && registration.LastDay is var last)
            {
                yield return _order <= last
                    ? (Say($"Vous entrez en formation au plus tard le {last.InWords()}"), [("startDate", TypedForm.Iso(last))])
                    : (Say($"Vous avez commandé et commencé au plus tard le {last.InWords()}"), [("orderDate", TypedForm.Iso(last)), ("startDate", TypedForm.Iso(last))]);
            }
            if (document.Findings.FirstOrDefault(finding => finding.Decides)?.MetFrom is { } day)
                yield return (Say($"Vous attendez le {day.InWords()}"), [("orderDate", TypedForm.Iso(Later(_order, day))), ("startDate", TypedForm.Iso(Later(_start, day)))]);
            if (question is { Block: null, HeldBlocks.Count: > 0 })
            {
                foreach (var block in registration.Blocks.Where(block => !question.HeldBlocks.Contains(block.Code)))
                    yield return (Say($"Vous visez seulement le bloc {block.Code}"), [("block", block.Code)]);
            }
        }
        foreach (var branch in context.Asked.Certification.Facts.CpfListings.Where(list => list.HoldsOn(_start)).Select(list => list.Branch).OfType<Idcc>().Distinct())
            yield return (Say($"Votre entreprise relève de la branche {context.Words.Value(branch)}"), [("branch", branch.ToString())]);
    }

    private IEnumerable<(string Words, IEnumerable<(string, string?)> Changes)> ToLess()
    {
        var question = document.Question;
        if (document.Amounts.HolderPays is not > 0) yield break;
        var rest = document.Amounts.HolderPays.Value;
        var whole = (question.TopUp ?? 0) + rest;
        yield return question.TopUp is null or 0 || question.TopUpFrom == "employer"
            ? (Say($"Votre employeur ajoute {rest.InEuros()}"), [("topUp", Euros(whole)), ("topUpFrom", "employer")])
            : (Say($"Votre employeur verse tout le complément, soit {whole.InEuros()}"), [("topUp", Euros(whole)), ("topUpFrom", "employer")]);
        if (WithOwnRights.Contains(question.Situation)) yield return (Say("Vous êtes inscrit ou inscrite à France Travail"), [("situation", "job-seeker")]);
        foreach (var day in TariffDays())
        {
            yield return day > _order
                ? (Say($"Vous commandez à partir du {day.InWords()}"), [("orderDate", TypedForm.Iso(day)), ("startDate", TypedForm.Iso(Later(_start, day)))])
                : (Say($"Vous avez commandé au plus tard le {day.AddDays(-1).InWords()}"), [("orderDate", TypedForm.Iso(day.AddDays(-1)))]);
        }
    }

    /// <summary>The days near the order on which an amount or a cap begins or ends.</summary>
    private IEnumerable<DateOnly> TariffDays() => context.Rules.Rules
        .Where(rule => rule.Topic == RuleTopic.Payment && (rule.Parameters.Amount ?? rule.Parameters.Cap) is not null)
        .SelectMany(rule => new[] { rule.Period.From, rule.Period.Until?.AddDays(1) })
        .OfType<DateOnly>().Distinct().Where(day => Math.Abs(day.DayNumber - _order.DayNumber) <= DaysAround).Order();

    /// <summary>The same question about what replaces the certification: a block keeps its rank.</summary>
    public static IEnumerable<(string, string?)> Renewed(TypedForm form, EligibilityDocument document)
    {
        yield return ("code", document.Replacement!.Code);
        if (document.Question.Block is { } block && SkillBlockCode.TryParse(block, null, out var code)) yield return ("block", $"BC{code.Order:00}");
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one < other ? other : one;

    private static string Euros(decimal euros) => euros.ToString(CultureInfo.InvariantCulture);
}
