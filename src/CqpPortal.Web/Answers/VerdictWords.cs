namespace CqpPortal.Web.Answers;

/// <summary>Verdicts and outcomes, as answers write them, in French words.</summary>
internal static class VerdictWords
{
    public static string Of(string verdict) => verdict switch
    {
        "eligible" => "oui",
        "eligible-under-conditions" => "oui, à condition",
        "not-eligible" => "non",
        _ => "nous ne pouvons pas répondre",
    };

    /// <summary>In a table, beside a shape.</summary>
    public static string Short(string verdict) => verdict switch
    {
        "eligible" => "Oui",
        "eligible-under-conditions" => "À condition",
        "not-eligible" => "Non",
        _ => "Incertain",
    };

    public static string OfOutcome(string outcome) => outcome switch
    {
        "met" => "remplie",
        "not-met" => "non remplie",
        "warning" => "à retenir",
        _ => "à vérifier",
    };
}
