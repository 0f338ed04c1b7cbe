using CqpPortal.Domain.Editing;
using CsCheck;
using Xunit;

namespace CqpPortal.Domain.Tests.Editing;

public sealed class EntryMergeTests
{
    private static readonly EntryText Start = SampleText.Framed();

    [Fact]
    public void What_only_one_changed_is_kept()
    {
        var merge = new EntryMerge(Start, Start with { Purpose = "Leur objet" }, Start with { Title = "Votre titre" });

        Assert.Empty(merge.Conflicts);
        Assert.Equal(("Leur objet", "Votre titre"), (merge.Undisputed.Purpose, merge.Undisputed.Title));
        Assert.Equal("purpose", Assert.Single(merge.ByThem).Path);
        Assert.Equal("title", Assert.Single(merge.ByYou).Path);
    }

    [Fact]
    public void What_both_changed_is_asked_and_neither_is_lost()
    {
        var merge = new EntryMerge(Start, Start with { Title = "Leur titre" }, Start with { Title = "Votre titre" });

        Assert.Equal(new MergeConflict("title", Start.Title, "Leur titre", "Votre titre"), Assert.Single(merge.Conflicts));
        Assert.Equal("Leur titre", merge.Undisputed.Title);
        Assert.Equal("Votre titre", merge.Settle(new Dictionary<string, string?> { ["title"] = "Votre titre" }).Title);
        Assert.Equal("Un troisième", merge.Settle(new Dictionary<string, string?> { ["title"] = "Un troisième" }).Title);
    }

    [Fact]
    public void The_same_change_made_twice_is_no_conflict() =>
        Assert.Empty(new EntryMerge(Start, Start with { Title = "Le même" }, Start with { Title = "Le même" }).Conflicts);

    [Fact]
    public void Rows_that_both_added_stay_both_each_where_it_was_put()
    {
        var theirs = Start with { Activities = [Start.Activities[0], new ActivityRow("t1", "Leur activité"), .. Start.Activities.Skip(1)] };
        var yours = Start with { Activities = [.. Start.Activities, new ActivityRow("y1", "Votre activité")] };

        var merge = new EntryMerge(Start, theirs, yours);

        Assert.Empty(merge.Conflicts);
        Assert.Equal(["a1", "t1", "a2", "y1"], merge.Undisputed.Activities.Select(row => row.Id));
    }

    [Fact]
    public void Links_that_both_added_stay_both()
    {
        var theirs = Start with { Skills = [Start.Skills[0] with { Assessments = ["e1", "e2"] }, .. Start.Skills.Skip(1)] };
        var yours = Start with { Skills = [Start.Skills[0] with { Assessments = [], Activities = ["a1", "a2"] }, .. Start.Skills.Skip(1)] };

        var skill = new EntryMerge(Start, theirs, yours).Undisputed.Skills[0];

        Assert.Equal(["e2"], skill.Assessments);
        Assert.Equal(["a1", "a2"], skill.Activities);
    }

    [Fact]
    public void A_row_taken_away_by_one_and_left_by_the_other_goes()
    {
        var merge = new EntryMerge(Start, Start with { Skills = [.. Start.Skills.Skip(1)] }, Start with { Title = "Autre" });

        Assert.Empty(merge.Conflicts);
        Assert.DoesNotContain(merge.Undisputed.Skills, row => row.Id == "k1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_taken_away_by_one_and_changed_by_the_other_is_asked(bool theyTookItAway)
    {
        var without = Start with { Skills = [.. Start.Skills.Skip(1)] };
        var changed = Start with { Skills = [Start.Skills[0] with { Title = "Changée" }, .. Start.Skills.Skip(1)] };

        var merge = theyTookItAway ? new EntryMerge(Start, without, changed) : new EntryMerge(Start, changed, without);

        var conflict = Assert.Single(merge.Conflicts);
        Assert.True(conflict.IsRow);
        Assert.Equal(("skill/k1", "Changée"), (conflict.Path, conflict.Theirs ?? conflict.Yours));
        var kept = merge.Settle(new Dictionary<string, string?> { ["skill/k1"] = "oui" }).Skills.Single(row => row.Id == "k1");
        Assert.Equal(("Changée", "b1"), (kept.Title, kept.Block));
        Assert.DoesNotContain(merge.Settle(new Dictionary<string, string?> { ["skill/k1"] = null }).Skills, row => row.Id == "k1");
    }

    [Fact]
    public void A_text_keeps_every_field_on_its_way_through_its_fields() =>
        Assert.Equal(Start.Digest, EntryFields.ToText(EntryFields.Of(Start)).Digest);

    [Fact]
    public void Nothing_that_anybody_wrote_disappears_without_being_asked() => Gen.Select(Edits, Edits).Sample((theirEdits, yourEdits) =>
    {
        var (theirs, yours) = (Apply(theirEdits), Apply(yourEdits));
        var merge = new EntryMerge(Start, theirs, yours);
        var (before, merged) = (EntryFields.Of(Start), EntryFields.Of(merge.Undisputed));
        foreach (var side in new[] { theirs, yours })
        {
            foreach (var change in EntryComparison.Between(Start, side).Where(change => !change.Path.EndsWith("/order", StringComparison.Ordinal)))
            {
                var isKept = merged.GetValueOrDefault(change.Path, "") == (change.Now ?? "");
                var isAsked = merge.Conflicts.Any(conflict => conflict.Path == change.Path || conflict.Path == EntryComparison.RowOf(change.Path));
                var isJoined = change.Path.EndsWith("/assessments", StringComparison.Ordinal) || change.Path.EndsWith("/activities", StringComparison.Ordinal);
                // A link goes with the row that it leads to.
                Assert.True(isKept || isAsked || isJoined || change.Path.EndsWith("/block", StringComparison.Ordinal), $"{change} is lost");
            }
        }
        Assert.Equal(before.GetValueOrDefault("kind"), merged.GetValueOrDefault("kind"));
    }, iter: 500);

    private static Gen<(int Kind, int Row, string Words)[]> Edits =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 2], Gen.String[Gen.Char.AlphaNumeric, 1, 8]).Array[0, 4];

    private static EntryText Apply((int Kind, int Row, string Words)[] edits) => edits.Aggregate(Start, (text, edit) => edit.Kind switch
    {
        0 => text with { Title = edit.Words },
        1 => text with { Purpose = edit.Words },
        2 when text.Skills.Count > edit.Row => text with { Skills = [.. text.Skills.Select((row, index) => index == edit.Row ? row with { Title = edit.Words } : row)] },
        3 when text.Skills.Count > edit.Row => text with { Skills = [.. text.Skills.Where((_, index) => index != edit.Row)] },
        4 => text with { Skills = [.. text.Skills, new SkillRow("n" + edit.Words.ToLowerInvariant() + text.Skills.Count, edit.Words)] },
        5 when text.Assessments.Count > edit.Row => text with { Assessments = [.. text.Assessments.Select((row, index) => index == edit.Row ? row with { Criteria = edit.Words } : row)] },
        6 when text.Skills.Count > edit.Row => text with { Skills = [.. text.Skills.Select((row, index) => index == edit.Row ? row with { Assessments = ["e2"] } : row)] },
        _ => text,
    });
}
