using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>The parts that every page with an answer shares.</summary>
public sealed class AnswerPartsTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["code"] = "Code", ["orderDate"] = "Commande", ["price"] = "Prix", ["heldBlocks"] = "Déjà obtenu" };

    private static FindingPart Found(string rule, string outcome, bool decides = false) => new()
    {
        Rule = rule,
        Outcome = outcome,
        Text = "Phrase de la règle.",
        LegalBasis = "art. L. 6323-6 du code du travail",
        Source = "Légifrance : https://www.legifrance.gouv.fr/article ; OPCO EP : opcoep.fr",
        EffectiveFrom = new DateOnly(2019, 1, 1),
        EffectiveUntil = null,
        MetFrom = null,
        Confidence = "high",
        Decides = decides,
        Facts = [],
    };

    [Fact]
    public void The_reason_that_decides_comes_first_then_what_is_missing_then_what_is_met()
    {
        var order = Reason.InOrder([Found("E2", "met"), Found("E11", "warning"), Found("E8", "unknown"), Found("P4", "not-met"), Found("E7", "not-met"), Found("E5", "not-met", decides: true)]);
        Assert.Equal(["E5", "E7", "E8", "E11", "E2", "P4"], order.Select(reason => reason.Finding.Rule));
    }

    [Fact]
    public void A_contribution_that_is_not_due_is_no_refusal()
    {
        Assert.Equal(new Answer("ended", "Ne s’applique pas"), new Reason(Found("P4", "not-met")).Outcome);
        Assert.Equal(new Answer("no", "Non remplie"), new Reason(Found("E7", "not-met")).Outcome);
    }

    [Fact]
    public void A_source_is_a_link_only_where_it_holds_a_secure_address()
    {
        var sources = new Reason(Found("E2", "met")).Sources;
        Assert.Equal([new RuleSource("Légifrance", new Uri("https://www.legifrance.gouv.fr/article")), new RuleSource("OPCO EP : opcoep.fr", null)], sources);
        var hostile = new Reason(Found("E2", "met") with { Source = "Ici : javascript:alert(1) ; http://example.org" });
        Assert.All(hostile.Sources, source => Assert.Null(source.Address));
    }

    [Fact]
    public void A_form_keeps_what_was_typed_and_a_date_field_shows_it_even_when_it_is_none()
    {
        var form = new TypedForm("/cpf", Labels).Read(new QueryCollection(new Dictionary<string, StringValues>
        {
            ["code"] = "RNCP99002",
            ["orderDate"] = "hier",
            ["price"] = new StringValues(["1", "2"]),
            ["unknown"] = "x",
        }));
        Assert.Equal("/cpf?code=RNCP99002&orderDate=hier&price=1", form.Address);
        var parameters = form.ToParameters();
        Assert.Null(parameters.Date("orderDate"));
        var field = (form with { Refused = parameters.Refused }).Field("orderDate") with { IsDate = true };
        Assert.Equal(("text", "hier"), (field.Type, field.Value));
        Assert.Contains("2026-11-24", field.Error, StringComparison.Ordinal);
        Assert.Equal("date", (field with { Value = "2026-11-24" }).Type);
    }

    [Fact]
    public void A_question_becomes_parameters_and_the_same_question_again()
    {
        var typed = new TypedForm("/cpf", Labels).With(("code", "RNCP99002"), ("price", "3 000,50"), ("heldBlocks", "aucune"));
        var question = QuestionKind.Cpf.Read(typed.ToParameters(), new DateOnly(2026, 11, 24));
        var understood = typed.Understood(question);
        Assert.Equal("/cpf?code=RNCP99002&orderDate=2026-11-24&price=3000.50&heldBlocks=none", understood.Address);
        Assert.Equal(QuestionParameters.Of(question), QuestionParameters.Of(QuestionKind.Cpf.Read(new Parameters(name => QuestionParameters.Of(question).FirstOrDefault(one => one.Name == name).Value), new DateOnly(2030, 1, 1))));
    }

    [Fact]
    public void A_question_is_said_in_words()
    {
        var asked = new AskedQuestion
        {
            Code = "RNCP99002",
            OrderDate = new DateOnly(2026, 11, 24),
            StartDate = new DateOnly(2026, 11, 24),
            Situation = "job-seeker",
            Price = 3000,
            TopUpFrom = "employer",
            HeldBlocks = [],
        };
        Assert.Equal(
            "commande et entrée en formation le 24 novembre 2026, demandeur ou demandeuse d’emploi, prix de 3 000 €, complément versé par l’employeur, aucune certification déjà obtenue",
            string.Join(", ", QuestionInWords.Of(asked)).Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Fact]
    public void What_follows_from_the_verdict_is_said_with_it_and_the_rest_of_the_reason_below()
    {
        static EligibilityDocument Document(string verdict, string reason, string summary) => new()
        {
            Certification = new CertificationPart("slug", "Titre", "cqp", "RNCP99002", "/certifications/slug", true),
            Question = new AskedQuestion { Code = "RNCP99002" },
            Verdict = verdict,
            Summary = summary,
            Findings = [Found("E2", "met", decides: true) with { Text = reason }],
            Amounts = new AmountsPart(),
            Replacement = null,
            RulesVersion = "1",
            DataDate = new DateOnly(2026, 11, 24),
        };
        Assert.Equal(new ShownVerdict("yes", "Oui. Il vous restera 600 € à payer.", "Elle est active."), ShownVerdict.Of(Document("eligible", "Elle est active.", "Oui. Elle est active. Il vous restera 600 € à payer.")));
        Assert.Equal(new ShownVerdict("yes", "Oui. Elle est active."), ShownVerdict.Of(Document("eligible", "Elle est active.", "Oui. Elle est active.")));
        Assert.Equal(new ShownVerdict("no", "Non. Elle n’y est pas (art. L. 6323-6).", "Un employeur peut payer."),
            ShownVerdict.Of(Document("not-eligible", "Elle n’y est pas (art. L. 6323-6). Un employeur peut payer.", "Non. Elle n’y est pas (art. L. 6323-6). Un employeur peut payer.")));
        Assert.Equal(new ShownVerdict("unknown", "Nous ne pouvons pas répondre.", "Où travaillez-vous ?"),
            ShownVerdict.Of(Document("undetermined", "Où travaillez-vous ?", "Nous ne pouvons pas répondre. Où travaillez-vous ?")));
        Assert.Equal(new ShownVerdict("unknown", "Aucune règle."), ShownVerdict.Of(Document("undetermined", "Autre.", "Aucune règle.")));
    }
}
