using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Xunit;

namespace CqpPortal.Domain.Tests.Editing;

public sealed class EntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Author Nadia = new(1, "Nadia Benali", Now);

    private static readonly Author Paul = new(2, "Paul Le Goff", Now.AddHours(1));

    private readonly EntryText _text = SampleText.Framed();

    private readonly Entry _entry = new(null, "Soudeur, soudeuse", ["cpne-a", "cpne-b"]);

    private static Certification Certification => new(CertificationKind.Cqp, "soudeur", "Soudeur, soudeuse", []);

    [Fact]
    public void A_text_is_published_once_each_owner_has_signed_that_very_text()
    {
        _entry.Save(_text, ["cpne-a", "cpne-b"], Nadia);
        Assert.Equal(TextState.Draft, _entry.State);
        _entry.Submit(Now);
        _entry.Sign("cpne-a", _text.Digest, Nadia);
        Assert.Equal((TextState.InReview, "cpne-b"), (_entry.State, Assert.Single(_entry.Missing)));
        Assert.Throws<EntryRefusedException>(() => _entry.Publish(Certification, ["cpne-a", "cpne-b"], Nadia));
        _entry.Sign("cpne-b", _text.Digest, Paul);
        Assert.Equal(TextState.FullySigned, _entry.State);

        Assert.Equal(1, _entry.Publish(Certification, ["cpne-a", "cpne-b"], Paul));
        Assert.Equal((TextState.Published, false), (_entry.State, _entry.HasDraft));
    }

    [Fact]
    public void Any_change_asks_for_every_signature_again()
    {
        Signed();
        _entry.TakeBack(Now);
        _entry.Save(_text with { Purpose = "Autre" }, ["cpne-a", "cpne-b"], Nadia);
        _entry.Submit(Now);

        Assert.Equal(["cpne-a", "cpne-b"], _entry.Missing);
        Assert.All(_entry.Signatures, signature => Assert.NotNull(signature.WithdrawnAt));
    }

    [Fact]
    public void A_draft_in_review_takes_no_change()
    {
        Signed();
        Assert.Throws<EntryRefusedException>(() => _entry.Save(_text, ["cpne-a"], Nadia));
    }

    [Fact]
    public void A_signature_holds_for_the_text_that_was_read()
    {
        _entry.Save(_text, ["cpne-a", "cpne-b"], Nadia);
        _entry.Submit(Now);

        Assert.Throws<EntryRefusedException>(() => _entry.Sign("cpne-a", (_text with { Title = "Autre" }).Digest, Nadia));
        Assert.Throws<EntryRefusedException>(() => _entry.Sign("cpne-c", _text.Digest, Nadia));
    }

    [Fact]
    public void A_committee_signs_once_and_may_withdraw_until_it_is_published()
    {
        Signed();
        Assert.Throws<EntryRefusedException>(() => _entry.Sign("cpne-a", _text.Digest, Paul));

        _entry.WithdrawSignature("cpne-a", "Une compétence manque.", Now);

        Assert.Equal((TextState.InReview, "cpne-a"), (_entry.State, Assert.Single(_entry.Missing)));
        Assert.Throws<EntryRefusedException>(() => _entry.WithdrawSignature("cpne-a", "Encore", Now));
    }

    [Fact]
    public void A_committee_that_the_draft_leaves_out_is_asked_all_the_same()
    {
        _entry.Save(_text, ["cpne-a"], Nadia);
        _entry.Submit(Now);
        Assert.Equal(["cpne-a", "cpne-b"], _entry.Missing);
    }

    [Fact]
    public void Gaps_name_the_row_that_nothing_covers()
    {
        var gaps = EntryChecks.Gaps(_text with
        {
            Skills = [_text.Skills[0] with { Assessments = [] }, _text.Skills[1] with { Activities = [], Block = "" }],
        });

        Assert.Equal(["activity/a2", "skill/k2", "skill/k1", "block/b2", ""], gaps.Select(gap => gap.Row));
        Assert.Empty(EntryChecks.Gaps(_text));
    }

    private void Signed()
    {
        _entry.Save(_text, ["cpne-a", "cpne-b"], Nadia);
        _entry.Submit(Now);
        _entry.Sign("cpne-a", _text.Digest, Nadia);
        _entry.Sign("cpne-b", _text.Digest, Paul);
    }
}
