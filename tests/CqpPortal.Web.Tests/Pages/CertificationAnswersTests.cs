using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;
using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>What a page says for a day follows from the dated facts, and is never a plain yes on what is unknown.</summary>
public sealed class CertificationAnswersTests
{
    private const string Everywhere = "Il compte dans toutes les entreprises ?";
    private const string Level = "Il a un niveau ?";
    private const string Cpf = "Le CPF peut payer ?";
    private const string Vae = "Ouvert à la VAE ?";
    private const string Professionalisation = "En contrat de professionnalisation ?";
    private const string Apprenticeship = "En apprentissage ?";

    private static readonly RuleBook Rules = new(PublishedRules.Read(), "published");

    private static readonly DateOnly Today = new(2026, 11, 24);

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    private static Registration Registered(string number, int? level, string? from, string until, string? decided = null) => new(
        RegistryNumber.Parse(number, null), level is { } value ? new QualificationLevel(value) : null,
        new RegistrationDates(Day(until)) { PublishedOn = from is null ? null : Day(from), DecidedOn = decided is null ? null : Day(decided) });

    private static Certification With(params Registration[] registrations)
    {
        var certification = new Certification(CertificationKind.Cqp, "titre", "Titre", [new OwningBranch(Idcc.Parse("3248", null))]);
        foreach (var registration in registrations) certification.Register(registration);
        return certification;
    }

    private static (string Tone, string Words, string Why) Ask(Certification certification, string question)
    {
        var facts = new CertificationFacts
        {
            Recognition = new RecognitionFacts { SuppressedOn = certification.SuppressedOn, Transmissions = certification.Transmissions, Registrations = [.. certification.Registrations] },
            Branches = certification.Branches,
            Routes = certification.Routes,
        };
        var (_, answer, why) = CertificationAnswers.On(certification, facts, Rules, Today).Single(said => said.Question == question);
        return (answer.Tone, answer.Words, why.Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    private static string Sentence(Certification certification) =>
        RecognitionWords.Sentence(certification.RecognitionOn(Today), ["Métallurgie"], certification.SuppressedOn);

    [Fact]
    public void A_registration_of_the_2019_procedure_gives_its_level()
    {
        var (tone, words, _) = Ask(With(Registered("RNCP40000", 4, "2024-01-01", "2028-12-31")), Level);
        Assert.Equal(("yes", "Oui, niveau 4"), (tone, words));
    }

    [Fact]
    public void A_level_that_the_register_does_not_tell_is_not_a_missing_level()
    {
        var certification = With(Registered("RNCP40000", null, "2024-01-01", "2028-12-31"));
        Assert.Equal("unknown", Ask(certification, Level).Tone);
        Assert.Contains("niveau non précisé", Sentence(certification), StringComparison.Ordinal);
        Assert.Contains("niveau non précisé", RecognitionWords.Seal(certification.RecognitionOn(Today), 1, null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_registration_of_before_2019_never_had_a_level_even_once_ended()
    {
        var ended = With(Registered("RNCP9003", null, "2016-01-01", "2020-12-31"));
        Assert.Equal("Non", Ask(ended, Level).Words);
        Assert.Contains("avant 2019", Ask(ended, Level).Why, StringComparison.Ordinal);
        Assert.Contains("sans niveau", Sentence(With(Registered("RNCP9004", null, "2017-01-01", "2026-12-31"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_obtained_is_kept_after_the_end() =>
        Assert.Contains("garde son niveau 4", Ask(With(Registered("RNCP99013", 4, "2021-07-01", "2026-06-30")), Level).Why, StringComparison.Ordinal);

    [Fact]
    public void An_RS_adds_to_a_trade_with_a_ceiling_and_without_VAE()
    {
        var certification = With(Registered("RS99001", null, "2024-01-15", "2027-01-14"));
        certification.ReachedBy([new AccessRoute(AccessRouteCode.PriorExperience, isOpen: true)]);
        Assert.Equal("if", Ask(certification, Everywhere).Tone);
        Assert.Equal("if", Ask(certification, Cpf).Tone);
        Assert.Contains("1 500 €", Ask(certification, Cpf).Why, StringComparison.Ordinal);
        Assert.Equal("Non", Ask(certification, Vae).Words);
        Assert.Equal("Pas aujourd’hui", CertificationAnswers.Route(certification.Routes[0], certification.RecognitionOn(Today)).Words);
    }

    [Fact]
    public void The_CPF_pays_for_one_block_only_where_there_are_blocks()
    {
        var registration = Registered("RNCP40000", 4, "2024-01-01", "2028-12-31");
        Assert.DoesNotContain("bloc", Ask(With(registration), Cpf).Why, StringComparison.Ordinal);
        registration.AddBlock(new RegisteredBlock("RNCP40000BC01", "Bloc"));
        Assert.Contains("un seul bloc", Ask(With(registration), Cpf).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_the_register_hides_makes_no_plain_yes()
    {
        var (tone, _, why) = Ask(With(Registered("RNCP40000", 4, null, "2028-12-31")), Cpf);
        Assert.Equal("unknown", tone);
        Assert.Contains("France compétences peut répondre", why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_VAE_route_that_nobody_told_is_unknown_and_a_closed_one_is_a_no()
    {
        var certification = With(Registered("RNCP40000", 4, "2024-01-01", "2028-12-31"));
        Assert.Equal("unknown", Ask(certification, Vae).Tone);
        certification.ReachedBy([new AccessRoute(AccessRouteCode.PriorExperience, isOpen: false)]);
        Assert.Equal("Non", Ask(certification, Vae).Words);
    }

    [Fact]
    public void What_was_sent_to_France_competences_still_counts_in_its_branch_after_the_end()
    {
        var certification = With(Registered("RNCP99013", 4, "2021-07-01", "2026-06-30"));
        Assert.Equal("Dans sa branche", Ask(certification, Everywhere).Words);
        Assert.Equal("À confirmer", Ask(certification, Professionalisation).Words);
        certification.Suppress(Day("2026-07-01"));
        Assert.Equal("Non", Ask(certification, Everywhere).Words);
    }

    [Fact]
    public void A_registration_by_the_CNCP_does_not_tell_whether_the_branch_still_recognises_it()
    {
        var certification = With(Registered("RNCP9003", null, "2016-01-01", "2020-12-31"));
        Assert.Equal("unknown", Ask(certification, Everywhere).Tone);
        certification.Transmit(new Transmission(TransmissionAuthority.FranceCompetences, Day("2019-02-01")));
        Assert.Equal("Dans sa branche", Ask(certification, Everywhere).Words);
    }

    [Fact]
    public void An_end_is_said_with_what_stays_true_for_those_who_began()
    {
        var certification = With(Registered("RNCP99013", 4, "2021-07-01", "2026-06-30"));
        certification.ReachedBy([new AccessRoute(AccessRouteCode.PriorExperience, isOpen: true)]);
        Assert.All(new[] { Cpf, Vae }, question => Assert.Equal("Non, plus aujourd’hui", Ask(certification, question).Words));
        Assert.All(new[] { Cpf, Vae }, question => Assert.Contains("L. 6113-9", Ask(certification, question).Why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_registration_that_is_still_to_come_is_no_end()
    {
        var certification = With(Registered("RNCP99013", 4, "2026-12-01", "2030-06-30"));
        Assert.Equal(("ended", "Pas encore"), (Ask(certification, Cpf).Tone, Ask(certification, Cpf).Words));
    }

    [Fact]
    public void What_its_commission_abolished_while_registered_is_a_yes_under_conditions_for_the_CPF()
    {
        var certification = With(Registered("RNCP40000", 4, "2024-01-01", "2028-12-31"));
        certification.Suppress(Day("2026-07-01"));
        Assert.Equal(("if", "Oui, à condition"), (Ask(certification, Cpf).Tone, Ask(certification, Cpf).Words));
    }

    [Fact]
    public void A_suspension_is_a_no_for_the_moment_and_not_a_missing_registration()
    {
        var registration = Registered("RNCP99016", 3, "2023-12-01", "2028-11-30");
        registration.Suspend(new ValidityPeriod(Day("2026-09-01"), Day("2027-02-28")));
        var certification = With(registration);
        Assert.Contains("suspendu", Sentence(certification), StringComparison.Ordinal);
        Assert.All(new[] { Level, Cpf, Vae }, question => Assert.Equal("Pas en ce moment", Ask(certification, question).Words));
    }

    [Fact]
    public void A_withdrawal_is_said_and_promises_nothing_for_the_courses_under_way()
    {
        var registration = Registered("RNCP99010", 3, "2022-03-01", "2027-02-28");
        registration.Withdraw(Day("2025-09-01"));
        var certification = With(registration);
        Assert.Equal("Son enregistrement a été retiré le 1er\u00A0septembre\u00A02025.", Sentence(certification));
        Assert.Contains("demandez", Ask(certification, Cpf).Why, StringComparison.Ordinal);
        Assert.DoesNotContain("L. 6113-9", Ask(certification, Vae).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_apprenticeship_that_a_fiche_announces_stays_closed_by_law()
    {
        var certification = With(Registered("RNCP40000", 4, "2024-01-01", "2028-12-31"));
        Assert.Equal("Non", Ask(certification, Apprenticeship).Words);
        certification.ReachedBy([new AccessRoute(AccessRouteCode.Apprenticeship, isOpen: true)]);
        Assert.Equal("Non", Ask(certification, Apprenticeship).Words);
        Assert.Equal("Fermé par la loi", CertificationAnswers.Route(certification.Routes[0], certification.RecognitionOn(Today)).Words);
    }

    [Fact]
    public void What_is_not_transmitted_opens_nothing()
    {
        var certification = With();
        certification.ReachedBy([new AccessRoute(AccessRouteCode.ContinuingTraining, isOpen: true)]);
        Assert.All(new[] { Everywhere, Level, Cpf, Vae }, question => Assert.Equal("ended", Ask(certification, question).Tone));
        Assert.Equal("Pas encore ouvert", CertificationAnswers.Route(certification.Routes[0], certification.RecognitionOn(Today)).Words);
    }
}
