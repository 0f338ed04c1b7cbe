using AngleSharp.Dom;
using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class GuideTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    /// <summary>What a reader of the guide can answer: the question, where its answer stands (an id of the page), and what it says there in each language.</summary>
    public static TheoryData<string, string, string, string> Questions { get; } = new()
    {
        { "Who creates a CQP?", "cqp", "La CPNE décide de créer un CQP|des employeurs et des salariés décident ensemble", "The CPNE decides to create a CQP|employers and employees decide together" },
        { "What does a CQPI change for who moves?", "cqpi", "deux branches au moins|vous pouvez changer de branche et garder sa valeur", "at least two branches|you can move to another branch and keep its worth" },
        { "Is a CQP that is not registered worth something outside its branch?", "reconnaissance", "reconnu uniquement dans les entreprises de la ou des branches qui l’ont créé", "recognised only in the companies of the branch or branches that created it" },
        { "Does my certificate lose its worth when the registration ends?", "reconnaissance", "Vous avez déjà le certificat ? Il garde sa valeur", "Do you already hold the certificate? It keeps its worth" },
        { "Has a CQP a level?", "niveaux", "Un CQP n’a un niveau que s’il est au RNCP", "A CQP has a level only if it is in the RNCP" },
        { "Can I prepare a CQP as an apprentice?", "voie-apprentissage", "Fermée|L’apprentissage n’est pas ouvert aux CQP", "Closed|Apprenticeship is not open to CQP" },
        { "Can an employer hire and train me for a CQP that is on no register?", "voie-contrat-pro", "Ouverte|prépare à tout CQP, enregistré ou non", "Open|prepares for any CQP, registered or not" },
        { "How much do I pay with my CPF?", "payer", "Vous payez 103,20 € de votre poche|depuis le 1er janvier 2026", "You pay €103.20 yourself|since 1 January 2026" },
        { "Must I have one year's experience for a VAE?", "experience", "Non. Aucune durée n’est exigée|depuis le 1er janvier 2024", "No. No minimum length is required|since 1 January 2024" },
        { "Whom do I call if I am a job seeker?", "contacts", "Vous cherchez un emploi|France Travail : votre conseiller|Mission locale|Cap emploi", "You look for work|France Travail: your adviser|Mission locale|Cap emploi" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_reader_finds_the_answer(string question, string place, string french, string english)
    {
        Assert.EndsWith("?", question, StringComparison.Ordinal);
        foreach (var (address, words) in new[] { ("/guide", french), ("/en/guide", english) })
        {
            var page = await site.OpenAsync(address);
            var answer = Plain(page.GetElementById(place)!.Closest("li[id], section")!.TextContent);
            Assert.All(words.Split('|'), word => Assert.Contains(word, answer, StringComparison.Ordinal));
            var chapter = page.GetElementById(place)!.Closest("section")!.GetAttribute("aria-labelledby");
            Assert.NotNull(page.QuerySelector($"nav a[href='#{chapter}']"));
        }
    }

    /// <summary>70 and more is « assez facile » on the scale of Flesch, what a pupil of twelve or thirteen reads without help: the guide is for who has never heard of a CQP.</summary>
    [Fact]
    public async Task The_French_guide_is_easy_to_read()
    {
        var read = Readability.Of(Blocks(await site.OpenAsync("/guide")), isFrench: true);
        Assert.True(read.Sentences.Count > 150, $"{read.Sentences.Count} sentences are too few to measure");
        Assert.InRange(read.WordsASentence, 5, 12);
        Assert.True(read.ShareOfLong < 0.01, Longest(read));
        Assert.InRange(read.KandelMoles, 70, 100);
    }

    /// <summary>60 to 70 is « plain English » for Flesch; French names and acronyms, which stay, cost several points.</summary>
    [Fact]
    public async Task The_English_guide_is_plain_English()
    {
        var read = Readability.Of(Blocks(await site.OpenAsync("/en/guide")), isFrench: false);
        Assert.InRange(read.WordsASentence, 5, 12);
        Assert.True(read.ShareOfLong < 0.01, Longest(read));
        Assert.InRange(read.Flesch, 60, 100);
    }

    [Theory]
    [InlineData("/guide")]
    [InlineData("/en/guide")]
    public async Task Each_fact_says_what_it_rests_on_and_when_it_was_checked(string address)
    {
        var page = await site.OpenAsync(address);
        var facts = page.QuerySelectorAll(".fact");
        Assert.True(facts.Length > 20);
        Assert.All(facts, fact => Assert.Contains(Written24(address), Plain(fact.NextElementSibling!.TextContent), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".basis a"), link => Assert.Contains("/regles#", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_law_no_longer_says_is_told_beside_what_it_says()
    {
        var changes = Plain((await site.OpenAsync("/guide")).GetElementById("avant")!.Closest("section")!.TextContent);
        string[] told =
        [
            "la VAE demandait un an d’activité", "trois ans d’activité", "Pôle emploi, jusqu’au 31 décembre 2023", "La CNCP et son Inventaire", "Deux référentiels avant 2019",
            "En 2025, le titulaire paie 102,23 €", "article L. 6113-6. C’est faux",
        ];
        Assert.All(told, was => Assert.Contains(was, changes, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_has_read_in_the_law_is_said_not_to_be_known()
    {
        var page = await site.OpenAsync("/guide");
        var unsure = Plain(page.GetElementById("incertain")!.Closest("section")!.TextContent);
        Assert.Contains("150 €", unsure, StringComparison.Ordinal);
        Assert.Contains("à vérifier", unsure, StringComparison.Ordinal);
        Assert.DoesNotContain("150 €", Plain(page.GetElementById("payer")!.Closest("section")!.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/guide")]
    [InlineData("/en/guide")]
    [InlineData("/vae?code=DEMO-A")]
    [InlineData("/cpf")]
    public async Task A_word_opens_its_meaning_where_it_stands_without_a_script(string address)
    {
        var page = await site.OpenAsync(address);
        var words = page.QuerySelectorAll("button.term");
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.True(page.GetElementById(word.GetAttribute("popovertarget")!)?.HasAttribute("popover")));
        var glossary = await site.OpenAsync("/glossaire");
        Assert.All(page.QuerySelectorAll("[popover] a"), link => Assert.NotNull(glossary.GetElementById(link.GetAttribute("href")!.Split('#')[1])));
        Assert.Empty(page.QuerySelectorAll("[id]").CountBy(element => element.Id!).Where(id => id.Value > 1).Select(id => id.Key));
    }

    [Fact]
    public async Task The_glossary_has_each_word_once_in_order_and_explains_it_in_English_under_its_French_name()
    {
        var french = (await site.OpenAsync("/glossaire")).QuerySelectorAll(".glossary dt").Select(word => word.TextContent).ToList();
        Assert.Equal(Glossary.Words.Order(StringComparer.Ordinal), french.Order(StringComparer.Ordinal));
        Assert.Equal(french.Order(StringComparer.Create(Written.FrenchCulture, ignoreCase: true)), french);
        var english = await site.OpenAsync("/en/glossaire");
        Assert.All(english.QuerySelectorAll(".glossary dt"), word => Assert.Equal("fr", word.GetAttribute("lang")));
        Assert.Contains("national register of professional certifications", english.GetElementById("rncp")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What is read as prose: neither legal references nor the words at the end, which have their own pages.</summary>
    private static IEnumerable<string> Blocks(IDocument page) => page.QuerySelectorAll("main p, main li, main dd")
        .Where(block => !block.ClassList.Contains("basis") && block.Closest(".words, [popover], nav") is null && block.QuerySelector("p") is null).Select(block => block.TextContent);

    private static string Longest(Readability read) => string.Join('\n', read.Sentences.OrderByDescending(sentence => sentence.Words).Take(5));

    private static string Written24(string address) => address.StartsWith("/en", StringComparison.Ordinal) ? "checked on 24 November 2026" : "vérifié le 24 novembre 2026";

    private static string Plain(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
