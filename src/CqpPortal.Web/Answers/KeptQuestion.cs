using System.Text.RegularExpressions;
using CqpPortal.Database.Eligibility;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Answers;

/// <summary>A question as it is kept for a month: enough to ask it again, and nothing that could point to a person.</summary>
internal static partial class KeptQuestion
{
    /// <summary>In euros. Two people with nearly the same balance are one question.</summary>
    private const decimal Step = 50;

    /// <returns>The parameters as an address writes them; null for what is too long to be kept.</returns>
    public static string? Of(AskedQuestion question)
    {
        var kept = question with
        {
            ProviderSiret = null,
            Price = Rounded(question.Price),
            Balance = Rounded(question.Balance),
            TopUp = Rounded(question.TopUp),
            JuryFee = Rounded(question.JuryFee),
            // Free texts, where somebody might write anything.
            Region = question.Region is { } region && ShortCode().IsMatch(region) ? region : null,
            Block = question.Block is { } block && Code().IsMatch(block) ? block : null,
        };
        var written = QueryHelpers.AddQueryString("", QuestionParameters.Of(kept).Select(parameter => KeyValuePair.Create(parameter.Name, (string?)parameter.Value)))[1..];
        return written.Length <= AskedQuestionCount.MaxParametersLength ? written : null;
    }

    /// <summary>The parameters that were kept, by name.</summary>
    public static IReadOnlyDictionary<string, string> Read(string parameters) =>
        QueryHelpers.ParseQuery(parameters).ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());

    private static decimal? Rounded(decimal? euros) => euros is { } told ? decimal.Round(told / Step, MidpointRounding.AwayFromZero) * Step : null;

    [GeneratedRegex("^[0-9A-Z]{1,3}$")]
    private static partial Regex ShortCode();

    [GeneratedRegex("^[0-9A-Za-z-]{1,20}$")]
    private static partial Regex Code();
}
