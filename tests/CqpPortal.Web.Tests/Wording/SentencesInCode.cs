using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqpPortal.Web.Tests.Wording;

/// <summary>Every sentence that the site's code says, and every message of the domain and of the database, read from their source as the tables of English know them.</summary>
internal static partial class SentencesInCode
{
    /// <summary>The sentence, or null where it cannot be read from the code, and where it stands.</summary>
    public static IReadOnlyList<(string? French, string Place)> Read()
    {
        return
        [
            .. from project in new[] { "CqpPortal.Web", "CqpPortal.Domain", "CqpPortal.Database" }
               let root = Path.Combine(Repository(), "src", project)
               from file in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
               where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
               let inside = Path.GetRelativePath(root, file)
               where !inside.StartsWith("obj", StringComparison.Ordinal) && !inside.StartsWith("bin", StringComparison.Ordinal) && inside != Path.Combine("Wording", "Written.cs")
               let code = File.ReadAllText(file)
               // Only the site says sentences; the others make messages for it to say.
               from Match call in (project == "CqpPortal.Web" ? Calls() : Messages()).Matches(code)
               where !IsComment(code, call.Index)
               from french in Sentences(call.Groups["name"].Value, code, call.Index + call.Length - 1)
               select (french, $"{inside}:{code.AsSpan(0, call.Index).Count('\n') + 1}"),
            // Written.cs says these itself, around the methods that the others call.
            .. Direct.Select(french => ((string?)french, "Written.cs")),
        ];
    }

    private static readonly string[] Direct = ["{0} et {1}", "{0} à {1}", "jour", "jours", "mois", "an", "ans"];

    private static IEnumerable<string?> Sentences(string name, string code, int parenthesis)
    {
        var arguments = SyntaxFactory.ParseArgumentList(code, parenthesis, consumeFullText: false).Arguments.Select(argument => argument.Expression).ToList();
        if (name != "Count") return arguments is [var said] ? Texts(said) : [null];
        // Another method of the name, as of a list, counts nothing in words.
        if (arguments is not [_, var singular, ..] || Literal(singular) is not { } one) return [];
        return arguments is [_, _, var plural] ? [one, .. Texts(plural)] : [one, one + "s"];
    }

    private static IEnumerable<string?> Texts(ExpressionSyntax said) => said switch
    {
        ConditionalExpressionSyntax { WhenTrue: LiteralExpressionSyntax yes, WhenFalse: LiteralExpressionSyntax no } => [Literal(yes), Literal(no)],
        _ => [Text(said, 0).Text],
    };

    private static (string? Text, int Holes) Text(ExpressionSyntax said, int holes)
    {
        switch (said)
        {
            case InterpolatedStringExpressionSyntax sentence:
                var parts = sentence.Contents.Select(part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : $"{{{holes++}}}").ToList();
                return (string.Concat(parts), holes);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                var left = Text(sum.Left, holes);
                var right = Text(sum.Right, left.Holes);
                return (left.Text is null || right.Text is null ? null : left.Text + right.Text, right.Holes);
            default:
                return (Literal(said), holes);
        }
    }

    private static string? Literal(ExpressionSyntax expression) => expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;

    /// <summary>Whether the call stands after <c>//</c> on its line, or the line opens a Razor comment.</summary>
    private static bool IsComment(string code, int at)
    {
        var line = code[(code.LastIndexOf('\n', at) + 1)..at];
        return line.TrimStart().StartsWith("//", StringComparison.Ordinal) || line.Contains("@*", StringComparison.Ordinal);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CqpPortal.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"(?<![\w.])(?:(?:Written\.)?(?<name>Say|SayHtml|Count)|Message\.(?<name>Of))\(")]
    private static partial Regex Calls();

    [GeneratedRegex(@"(?<![\w.])Message\.(?<name>Of)\(")]
    private static partial Regex Messages();
}
