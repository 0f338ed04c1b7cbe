using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Certifications;

public sealed class CertificationTests
{
    private static OwningBranch Branch(string idcc) => new(Idcc.Parse(idcc, null));

    [Fact]
    public void A_CQPI_belongs_to_two_branches_at_least()
    {
        Assert.Throws<ArgumentException>(() => new Certification(CertificationKind.Cqpi, "i", "Titre", [Branch("0044")]));
        Assert.Throws<ArgumentException>(() => new Certification(CertificationKind.Cqpi, "i", "Titre", [Branch("0044"), Branch("44")]));
        var certification = new Certification(CertificationKind.Cqpi, "i", "Titre", [Branch("0044"), Branch("1938")]);
        Assert.Throws<ArgumentException>(() => certification.OwnedBy([Branch("0044")]));
        Assert.Equal(2, certification.Branches.Count);
    }

    [Fact]
    public void Bears_a_number_once()
    {
        var certification = new Certification(CertificationKind.Cqp, "b", "Titre", [Branch("3248")]);
        Registration Registered() => new(RegistryNumber.Parse("RNCP1", null), null, new RegistrationDates(new DateOnly(2030, 1, 1)));
        certification.Register(Registered());
        Assert.Throws<InvalidOperationException>(() => certification.Register(Registered()));
    }

    [Fact]
    public void A_later_source_of_a_fact_replaces_the_earlier_one()
    {
        var certification = new Certification(CertificationKind.Cqp, "b", "Titre", [Branch("3248")]);
        certification.Cite(new FactSource(CertificationFact.Title, FactOrigin.Register, new DateOnly(2026, 1, 1)));
        Assert.False(certification.IsSaidByCommittee(CertificationFact.Title));
        certification.Cite(new FactSource(CertificationFact.Title, FactOrigin.Committee, new DateOnly(2026, 2, 1)));
        Assert.True(certification.IsSaidByCommittee(CertificationFact.Title));
        Assert.Single(certification.Sources);
    }

    [Theory]
    [InlineData("Soudeur-chaudronnier, soudeuse d’atelier", "soudeur-chaudronnier-soudeuse-d-atelier")]
    [InlineData("Œnologue à l’étranger", "oenologue-a-l-etranger")]
    [InlineData("  ", "certification")]
    [InlineData("日本語", "certification")]
    public void A_slug_is_made_of_plain_words(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Theory]
    [InlineData("44", "0044")]
    [InlineData("IDCC 3248", "3248")]
    public void An_IDCC_has_four_digits(string typed, string expected) => Assert.Equal(expected, Idcc.Parse(typed, null).ToString());

    [Fact]
    public void Statistics_cannot_count_more_VAE_than_certified() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearStatistics(2024, 3) { CertifiedByVae = 4 });

    [Fact]
    public void A_rate_is_a_percentage() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearStatistics(2024, 3) { InsertionRateAtSixMonths = 101 });
}
