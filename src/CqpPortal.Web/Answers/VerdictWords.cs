namespace CqpPortal.Web.Answers;

/// <summary>Verdicts and outcomes, as answers write them, in words.</summary>
internal static class VerdictWords
{
    public static string Of(string verdict) => verdict switch
    {
        "eligible" => Say("oui"),
        "eligible-under-conditions" => Say("oui, à condition"),
        "not-eligible" => Say("non"),
        _ => Say("nous ne pouvons pas répondre"),
    };

    /// <summary>In a table, beside a shape.</summary>
    public static string Short(string verdict) => verdict switch
    {
        "eligible" => Say("Oui"),
        "eligible-under-conditions" => Say("À condition"),
        "not-eligible" => Say("Non"),
        _ => Say("Incertain"),
    };

    public static string OfOutcome(string outcome) => outcome switch
    {
        "met" => Say("remplie"),
        "not-met" => Say("non remplie"),
        "warning" => Say("à retenir"),
        _ => Say("à vérifier"),
    };
}
