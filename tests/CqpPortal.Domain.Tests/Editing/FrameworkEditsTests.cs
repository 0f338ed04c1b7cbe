using CqpPortal.Domain.Editing;
using CsCheck;
using Xunit;

namespace CqpPortal.Domain.Tests.Editing;

public sealed class FrameworkEditsTests
{
    private static readonly EntryText Text = SampleText.Framed();

    [Fact]
    public void A_new_skill_comes_after_those_of_its_activity_in_their_block()
    {
        var text = FrameworkEdits.AddSkill(Text, "new", "a1");

        Assert.Equal(["k1", "k2", "k3", "new"], text.Skills.Select(row => row.Id));
        Assert.Equal(("b2", "a1"), (text.Skills[3].Block, Assert.Single(text.Skills[3].Activities)));
    }

    [Fact]
    public void A_skill_at_the_edge_of_its_activity_goes_over_to_the_next()
    {
        var down = FrameworkEdits.Move(Text, "skill", "k2", 1);
        var up = FrameworkEdits.Move(Text, "skill", "k2", -1);

        Assert.Equal(["a2"], down.Skills.Single(row => row.Id == "k2").Activities);
        Assert.Equal(["a1"], up.Skills.Single(row => row.Id == "k2").Activities);
        Assert.Equal(["k1", "k3", "k2"], FrameworkEdits.Shown(up));
    }

    [Fact]
    public void What_leads_to_a_row_goes_with_it_and_comes_back_with_it()
    {
        foreach (var row in new[] { "activity/a1", "block/b2", "assessment/e2", "skill/k3" })
        {
            var gone = FrameworkEdits.Remove(Text, row.Split('/')[0], row.Split('/')[1]);
            Assert.DoesNotContain(row, EntryFields.Of(gone).Keys.Select(EntryComparison.RowOf));
            Assert.Equal(Text.Digest, FrameworkEdits.PutBack(gone, Text, row).Digest);
        }
    }

    [Fact]
    public void A_pasted_title_is_the_one_that_is_there_whatever_its_spaces_and_capitals()
    {
        var text = PastedTable.Read("préparer\tLire\u00a0un plan\tbc01\tépreuve  écrite").AddTo(Text, () => throw new InvalidOperationException("Nothing is new."));

        Assert.Equal(Text.Digest, text.Digest);
    }

    [Fact]
    public void No_button_ever_loses_a_row_or_leaves_a_link_to_nothing() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Array[1, 12].Sample(steps =>
    {
        var text = Text;
        foreach (var (index, (kind, at)) in steps.Index())
        {
            var (before, skill) = (text.Skills.Count, text.Skills[at % text.Skills.Count].Id);
            text = kind switch
            {
                0 => FrameworkEdits.AddSkill(text, $"n{index}", text.Activities[at % text.Activities.Count].Id),
                1 => FrameworkEdits.Move(text, "skill", skill, 1),
                2 => FrameworkEdits.Move(text, "skill", skill, -1),
                3 => FrameworkEdits.Move(text, "activity", text.Activities[at % text.Activities.Count].Id, 1),
                4 => FrameworkEdits.Link(text, skill, text.Activities[at % text.Activities.Count].Id),
                _ => FrameworkEdits.Unlink(text, skill, "a1"),
            };
            Assert.Equal(before + (kind == 0 ? 1 : 0), text.Skills.Count);
        }
        Assert.Equal(text.Skills.Count, FrameworkEdits.Shown(text).Distinct().Count());
        Assert.Equal(text.Digest, EntryFields.ToText(EntryFields.Of(text)).Digest);
    }, iter: 300);
}
