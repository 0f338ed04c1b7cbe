namespace CqpPortal.Web.Pages.Shared;

/// <summary>The answer to one question: a tone of the style sheet (<c>yes</c>, <c>if</c>, <c>no</c>, <c>ended</c>, <c>unknown</c>) and its words.</summary>
public sealed record Answer(string Tone, string Words)
{
    public string Icon => Tone switch { "yes" => "yes", "if" => "if", "unknown" => "unknown", _ => "crossed" };

    public static Answer Yes(string words) => new("yes", words);

    public static Answer If(string words) => new("if", words);

    public static Answer No(string words) => new("ended", words);

    public static Answer Unknown(string words) => new("unknown", words);
}
