using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

/// <summary>Somebody of a committee who edits in English what stays French: the same pages, refusals and files as at the French addresses.</summary>
public sealed partial class EnglishEditorTests(StaffSite site) : IClassFixture<StaffSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_created_in_English_and_its_pages_stay_English()
    {
        await using var nadia = await site.WriterAsync();
        using var created = await nadia.PostAsync("/en/espace-cpne/certifications/creer", ("Titre", "Soudeur, soudeuse de l’essai"));
        var address = created.Headers.Location!.ToString();
        Assert.Matches("^/en/espace-cpne/certifications/[0-9]+/presentation$", address);

        foreach (var (page, title) in new[]
        {
            ("presentation", "Presentation"), ("referentiels", "Frameworks"), ("faits", "Dated facts"), ("relecture", "Review and signatures"), ("historique", "History"), ("apercu", "Preview"),
        })
        {
            var shown = await nadia.OpenAsync(address.Replace("presentation", page, StringComparison.Ordinal));
            Assert.Equal("en", shown.DocumentElement.GetAttribute("lang"));
            Assert.StartsWith(title, shown.Title, StringComparison.Ordinal);
            // The title is French wherever it is written; the preview shows the public page.
            if (page != "apercu") Assert.Equal("fr", shown.QuerySelector("h1")!.GetAttribute("lang"));
            Assert.All(shown.QuerySelectorAll("main a[href^='/'], main form[action^='/']"), link => Assert.StartsWith("/en", link.GetAttribute("href") ?? link.GetAttribute("action"), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/en", "Error: Create a certification · CQP Portal", "2 answers to correct|Write RNCP or RS, then the number, such as RNCP35419.|Choose the committee that owns this certification.")]
    [InlineData("", "Erreur : Créer une certification · Portail CQP", "2 réponses à corriger|Écrivez RNCP ou RS, puis le numéro, comme RNCP35419.|Choisissez la commission qui porte cette certification.")]
    public async Task What_is_wrong_is_said_in_the_language_of_the_page_and_what_was_typed_stays(string language, string title, string said)
    {
        await using var nadia = await site.WriterAsync();
        using var refused = await nadia.PostAsync(language + "/espace-cpne/certifications/creer", ("Titre", "Soudeur d’essai"), ("Commission", "nulle part"), ("Numero", "42"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await StaffClient.ReadAsync(refused);
        Assert.Equal(title, page.Title);
        Assert.Equal(said, string.Join('|', page.QuerySelectorAll("[role=alert] h2, [role=alert] a").Select(part => Plain(part))));
        Assert.Equal(("Soudeur d’essai", "42"), (page.QuerySelector("#Titre")!.GetAttribute("value"), page.QuerySelector("#Numero")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("/en", "Title: Shorten this text: at most 800 characters, 900 here.", "ROME codes")]
    [InlineData("", "Intitulé : Raccourcissez ce texte : 800 caractères au plus, ici 900.", "Codes ROME")]
    public async Task A_field_of_the_draft_is_refused_in_the_language_of_the_page_and_the_whole_text_stays(string language, string said, string label)
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(new EntryText { Title = "Champ refusé", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        using var refused = await nadia.PostAsync($"{language}/espace-cpne/certifications/{entry}/presentation",
            ("revision", "1"), ("act", "save"), ("title", new string('x', 900)), ("kind", "Cqpi"), ("purpose", "Assembler\ndes pièces"), ("rome", "H2902"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await StaffClient.ReadAsync(refused);
        Assert.Equal(said, Plain(page.QuerySelector("#avis li")!));
        Assert.Equal(label, page.QuerySelector("label[for=rome]")!.TextContent);
        Assert.Equal((900, "H2902", "Assembler\ndes pièces"), (page.QuerySelector("#title")!.GetAttribute("value")!.Length, page.QuerySelector("#rome")!.GetAttribute("value"), ((IHtmlTextAreaElement)page.QuerySelector("#purpose")!).Value));
        // What committees write is French on either page.
        Assert.Equal(language.Length > 0 ? "fr" : null, page.QuerySelector("#purpose")!.GetAttribute("lang"));
        Assert.Equal("Champ refusé", (await site.TextAsync(entry)).Title);
    }

    [Theory]
    [InlineData("/en", "Date: Revision on 1 March 2026: on that day, the certification is still unknown to the branch. First record the decision to create it.",
        "Date: This date is to come: record the fact once it has taken place.")]
    [InlineData("", "Date : Révision le 01/03/2026 : ce jour-là, la certification est encore inconnue de la branche. Enregistrez d’abord la décision de création.",
        "Date : Cette date est à venir : enregistrez le fait quand il aura eu lieu.")]
    public async Task The_domain_refuses_a_fact_in_the_language_of_the_page(string language, string order, string future)
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(new EntryText { Title = "Fait refusé", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        var form = $"{language}/espace-cpne/certifications/{entry}/faits/decision";
        foreach (var (day, said) in new[] { ("2026-03-01", order), ("2027-01-01", future) })
        {
            var seen = (await nadia.OpenAsync(form)).QuerySelector("[name=seen]")!.GetAttribute("value");
            using var refused = await nadia.PostAsync(form, ("Kind", "Revision"), ("Committee", StaffSite.Metal), ("Day", day), ("seen", seen), ("since", "0"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var page = await StaffClient.ReadAsync(refused);
            Assert.Equal(said, Plain(page.QuerySelector("[role=alert] li")!));
            Assert.Equal(day, page.QuerySelector("#Day")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task What_is_recorded_from_an_English_page_is_logged_in_French()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(new EntryText { Title = "Journal en français", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        var form = $"/en/espace-cpne/certifications/{entry}/faits/decision";
        var seen = (await nadia.OpenAsync(form)).QuerySelector("[name=seen]")!.GetAttribute("value");
        using var recorded = await nadia.PostAsync(form, ("Kind", "Creation"), ("Committee", StaffSite.Metal), ("Day", "2024-03-01"), ("seen", seen), ("since", "0"));
        Assert.StartsWith($"/en/espace-cpne/certifications/{entry}/faits?", recorded.Headers.Location!.ToString(), StringComparison.Ordinal);

        await using var database = site.Data.CreateContext();
        var line = await database.AuditLog.SingleAsync(row => row.EntryId == entry && row.Action == AuditAction.FactRecorded, Stop);
        Assert.Equal("Maintenant : Création, 1er mars 2024", line.Details!.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("/en", "2 things left to do", "What it is for", "Not written", "Skills: Add a transversal skill: safety, communication, accessibility, the green or digital transition.",
        "An entry is signed while it is in review: this one is still a draft.")]
    [InlineData("", "Encore 2 choses à faire", "À quoi il sert", "Non écrit", "Compétences : Ajoutez une compétence transversale : sécurité, communication, accessibilité, transitions écologique ou numérique.",
        "On signe une fiche en relecture : celle-ci est encore en brouillon.")]
    public async Task The_review_speaks_the_language_of_the_page(string language, string left, string purpose, string empty, string fault, string refusal)
    {
        await using var nadia = await site.SignInAsync(StaffSite.Metal, "Nadia Benali", Permission.WriteDrafts, Permission.Sign);
        var entry = await site.CreateAsync(new EntryText { Title = "À relire", Owners = [new OwnerRow("3248", StaffSite.Metal)], InformationPage = "nulle part" }, nadia);
        var review = $"{language}/espace-cpne/certifications/{entry}/relecture";
        var page = await nadia.OpenAsync(review);
        Assert.Equal(left, Plain(page.QuerySelector("#h-signatures")!));
        Assert.Equal(fault, Plain(page.QuerySelectorAll(".faults li")[^1]));
        Assert.Equal(empty, Plain(page.QuerySelector("#texte-purpose dd")!));
        Assert.Equal(purpose, Plain(page.QuerySelector("#texte-purpose dt")!));

        await using var database = site.Data.CreateContext();
        var digest = await database.Entries.Where(row => row.Id == entry).Select(row => row.DraftDigest).SingleAsync(Stop);
        using var refused = await nadia.PostAsync(review + "?handler=Sign", ("Committee", StaffSite.Metal), ("Digest", digest));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(refusal, Plain((await StaffClient.ReadAsync(refused)).QuerySelector("[role=alert]")!));
    }

    [Fact]
    public async Task A_file_of_certifications_has_the_same_columns_in_both_languages_and_its_faults_are_told_in_English()
    {
        await using var nadia = await site.WriterAsync();
        using var english = await nadia.PostAsync("/en/espace-cpne/certifications/exporter");
        using var french = await nadia.PostAsync("/espace-cpne/certifications/exporter");
        Assert.Equal(await french.Content.ReadAsStringAsync(Stop), await english.Content.ReadAsStringAsync(Stop));

        const string File = "Fiche;CQP ou CQPI;Intitulé;Référentiels (activité | compétence | bloc | évaluation)\n;CQX;Essai;\n;CQP;Essai;Préparer\n";
        var token = await nadia.TokenFieldAsync();
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(File)), "file", "essai.csv" }, { new StringContent(token[0].Value), token[0].Key } };
        using var tried = await nadia.Client.PostAsync(new Uri("/en/espace-cpne/certifications/importer", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, tried.StatusCode);
        var page = await StaffClient.ReadAsync(tried);
        Assert.Equal(["Line 2, CQP ou CQPI: “CQX”: write CQP or CQPI.", "Line 3, Référentiels (activité | compétence | bloc | évaluation): Line 1 of the cell: Write the skill in the second column."],
            page.QuerySelectorAll("[role=alert] li").Select(Plain));
        Assert.All(page.QuerySelectorAll("[role=alert] li span"), column => Assert.Equal("fr", column.GetAttribute("lang")));
    }

    [Fact]
    public async Task The_script_of_the_editor_holds_no_words_and_the_page_gives_them_in_its_language()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.OpenWelderAsync();
        var words = (await nadia.OpenAsync($"/en/espace-cpne/certifications/{entry}/referentiels")).GetElementById("mots")!;
        Assert.Equal(("Saving…", "Pick it up", $"/en/connexion?retour=%2Fespace-cpne%2Fcertifications%2F{entry}%2Freferentiels"),
            (words.GetAttribute("data-saving"), words.GetAttribute("data-take"), words.GetAttribute("data-sign-in")));

        var script = await nadia.Client.GetStringAsync(new Uri("/js/editor.js", UriKind.Relative), Stop);
        var asked = AskedWord().Matches(script).Select(word => word.Groups[1].Value).Where(word => word != "path").Distinct().ToList();
        Assert.Equal(9 + 1, asked.Count);
        Assert.All(asked, word => Assert.NotEmpty(words.GetAttribute("data-" + Capital().Replace(word, letter => "-" + letter.Value.ToLowerInvariant()))!));
        Assert.DoesNotMatch("[éèàçêœ’]", script);
    }

    private static string Plain(IElement part) => Spaces().Replace(part.TextContent.Replace('\u00a0', ' '), " ").Trim();

    [GeneratedRegex(@"\bwords\??\.(\w+)")]
    private static partial Regex AskedWord();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
