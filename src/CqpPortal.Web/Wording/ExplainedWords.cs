namespace CqpPortal.Web.Wording;

/// <summary>The words that a page explains where they stand: each explanation is written once, after the page, whatever the number of buttons that open it.</summary>
internal static class ExplainedWords
{
    private static readonly object Place = new();

    extension(HttpContext context)
    {
        /// <summary>The id of the explanation of the word.</summary>
        public string Explain(string word)
        {
            if (context.Items[Place] is not List<string> words) context.Items[Place] = words = [];
            if (!words.Contains(word)) words.Add(word);
            return "sens-" + Glossary.Place(word);
        }

        public IReadOnlyList<string> Explained => context.Items[Place] as List<string> ?? [];
    }
}
