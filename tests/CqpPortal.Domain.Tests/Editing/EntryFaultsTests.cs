using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Xunit;

namespace CqpPortal.Domain.Tests.Editing;

public sealed class EntryFaultsTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private readonly EntryText _text = SampleText.Framed();

    [Fact]
    public void A_complete_text_has_none() => Assert.Empty(Faults(_text with { InformationPage = "https://www.exemple.fr/cqp", Nsf = "254s 255", Formacodes = "23038" }));

    [Fact]
    public void A_draft_may_lack_everything() => Assert.Empty(EntryFaults.OfDraft(new EntryText()));

    [Fact]
    public void An_empty_text_is_told_what_to_begin_with() => Assert.Equal(["title", "owner", "skill"], Faults(new EntryText()).Select(fault => fault.Path));

    [Fact]
    public void Each_limit_says_how_much_and_how_far()
    {
        var faults = EntryFaults.OfDraft(_text with
        {
            Title = new string('x', 801),
            Purpose = new string('x', 200_000),
            LocalCode = new string('x', 61),
            Rome = new string('x', 2_001),
            Activities = [.. Enumerable.Range(0, 501).Select(number => new ActivityRow($"a{number}", new string('x', number == 0 ? 2_001 : 1)))],
        });

        Assert.Equal(["title", "local-code", "purpose", "rome", "activity/a0/title", "activity"], faults.Select(fault => fault.Path));
        Assert.Equal("Raccourcissez ce texte : 20\u00a0000 caractères au plus, ici 200\u00a0000.", faults[2].Message.ToString());
        Assert.Equal("Gardez 500 activités au plus, ici 501.", faults[^1].Message.ToString());
        Assert.Empty(EntryFaults.OfDraft(_text with { Title = new string('x', 800), Purpose = new string('x', 20_000), LocalCode = new string('x', 60) }));
    }

    [Fact]
    public void The_whole_has_a_limit_too() => Assert.Contains(
        EntryFaults.OfDraft(_text with { Skills = [.. Enumerable.Range(0, 26).Select(number => new SkillRow($"k{number}", "Souder") { Knowledge = new string('x', 20_000) })] }),
        fault => fault.Path.Length == 0);

    [Theory]
    [InlineData("un\0deux")]
    [InlineData("\u0007")]
    public void A_character_that_cannot_be_kept_is_refused(string purpose) => Assert.Equal("purpose", Assert.Single(EntryFaults.OfDraft(_text with { Purpose = purpose })).Path);

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal("purpose", Assert.Single(EntryFaults.OfDraft(_text with { Purpose = new string(['a', '\ud83d']) })).Path);

    [Fact]
    public void Characters_of_every_language_are_kept() => Assert.Empty(EntryFaults.OfDraft(_text with { Purpose = "« Œuvre » 😀\r\n\tfin" }));

    [Fact]
    public void An_owner_that_is_no_branch_or_leaves_before_it_joins_is_refused_as_a_draft()
    {
        var faults = EntryFaults.OfDraft(_text with { Owners = [new OwnerRow("metal"), new OwnerRow("3248", null, new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1))] });
        Assert.Equal(["owner", "owner/3248/left-on"], faults.Select(fault => fault.Path));
        Assert.NotEmpty(Faults(_text with { Owners = [new OwnerRow("metal")] }));
    }

    [Fact]
    public void A_CQPI_belongs_to_two_branches_on_the_same_day()
    {
        var inter = _text with { Kind = CertificationKind.Cqpi };
        Assert.Equal("owner", Assert.Single(Faults(inter)).Path);
        Assert.Equal("owner", Assert.Single(Faults(inter with { Owners = [.. inter.Owners, new OwnerRow("0044", "cpne-b", null, Day.AddDays(-1))] })).Path);
        Assert.Empty(Faults(inter with { Owners = [.. inter.Owners, new OwnerRow("0044", "cpne-b", null, Day)] }));
    }

    [Fact]
    public void Each_branch_needs_a_committee_that_can_sign() => Assert.Equal("owner/3248/committee", Assert.Single(EntryFaults.OfPublication(_text, Day, [Idcc.Parse("3248", null)])).Path);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("www.exemple.fr")]
    [InlineData("ftp://exemple.fr")]
    [InlineData("https://exemple")]
    [InlineData("https://nom:secret@exemple.fr")]
    public void The_information_page_is_a_web_address(string page) => Assert.Equal("information-page", Assert.Single(Faults(_text with { InformationPage = page })).Path);

    [Theory]
    [InlineData("H2913 h2901", "", "", "rome")]
    [InlineData("H2901 H2902 H2903 H2904 H2905 H2906", "", "", "rome")]
    [InlineData("", "25", "", "nsf")]
    [InlineData("", "254 255 256 257", "", "nsf")]
    [InlineData("", "", "2303", "formacodes")]
    [InlineData("", "", "23031 23032 23033 23034 23035 23036", "formacodes")]
    public void Codes_have_their_form_and_number(string rome, string nsf, string formacodes, string path) =>
        Assert.Equal(path, Assert.Single(Faults(_text with { Rome = rome, Nsf = nsf, Formacodes = formacodes })).Path);

    [Fact]
    public void Blocks_do_not_share_a_code() =>
        Assert.Equal("block/b2/code", Assert.Single(Faults(_text with { Blocks = [_text.Blocks[0], _text.Blocks[1] with { Code = "bc01 " }] })).Path);

    [Fact]
    public void Gaps_and_rows_without_title_are_named_by_their_field()
    {
        var faults = Faults(_text with
        {
            Activities = [.. _text.Activities, new ActivityRow("a3", " ")],
            Skills = [_text.Skills[0] with { Assessments = [] }, _text.Skills[1] with { Activities = [], Block = "" }],
        });
        Assert.Equal(["activity/a2/title", "activity/a3/title", "activity/a3/title", "block/b2/title", "skill", "skill/k1/assessments", "skill/k2/activities"],
            faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<EntryFault> Faults(EntryText text) => EntryFaults.OfPublication(text, Day, []);
}
