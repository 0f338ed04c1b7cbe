using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Pages.Regles;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>What was done to a rule, as the audit log keeps it and the page says it.</summary>
internal static class RuleLine
{
    public static AuditLine Of(AuditAction action, DatedRule rule, string? reason, Person person, DateTimeOffset now)
    {
        // The log is French, whoever reads the page.
        using var french = Written.In(Language.French);
        var figures = string.Join(" ; ", RuleWords.Contents(rule.Parameters).Select(content => $"{content.Name} : {content.Value}"));
        string?[] details =
        [
            $"{rule.Id}, {RuleWords.Of(rule.Period, rule.Period.From.AddDays(-1))}", figures.Length == 0 ? null : figures, rule.LegalBasis, rule.Explanation.Fr, reason is null ? null : $"Raison : {reason}",
        ];
        var text = string.Join(". ", details.OfType<string>());
        return new AuditLine
        {
            At = now,
            Action = action,
            PersonId = person.Id,
            PersonName = person.Name,
            Subject = $"Règle {rule.Series}",
            Details = text.Length <= AuditLine.MaxTextLength ? text : text[..AuditLine.MaxTextLength],
        };
    }

    public static string Anchor(string series) => $"serie-{series}";
}
