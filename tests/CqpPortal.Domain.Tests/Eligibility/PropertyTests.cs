using System.Collections;
using System.Globalization;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Payment;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Worth;
using CqpPortal.Domain.Recognition;
using CsCheck;
using Xunit;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>What holds of every question, whatever its facts and days.</summary>
public sealed class PropertyTests
{
    private const long Questions = 2_000;

    private static readonly Gen<RuleBook> SomeRules = Gen.Shuffle(PublishedRules.Read().ToArray()).Select(Gen.Int[0, 120], (rules, count) => new RuleBook(rules.Take(count), "some"));

    // Verdicts.

    [Fact]
    public void A_verdict_is_eligible_only_if_every_finding_it_needs_is_met() => Gen.Select(AnyQuestion.Cpf, AnyQuestion.Vae, AnyQuestion.Ways).Sample((cpf, vae, ways) =>
    {
        foreach (var answer in new[] { cpf.Answer(), vae.Answer() }.Concat(ways.Answer().Select(way => way.Answer))) AssertEarned(answer);
    }, iter: Questions);

    [Fact]
    public void Nor_is_it_with_any_rule_left_out() => Gen.Select(AnyQuestion.Cpf, AnyQuestion.Vae, AnyQuestion.Ways, SomeRules).Sample((cpf, vae, ways, rules) =>
    {
        foreach (var answer in new[] { cpf.Answer(rules), vae.Answer(rules) }.Concat(ways.Answer(rules).Select(way => way.Answer))) AssertEarned(answer);
    }, iter: Questions);

    [Fact]
    public void The_strongest_finding_wins_in_any_order() =>
        Gen.Select(Gen.Enum<FindingOutcome>(), Gen.Enum<Bearing>()).Array[0, 8].SelectMany(Gen.Shuffle, (findings, shuffled) => (findings, shuffled)).Sample((findings, shuffled) =>
        {
            var rule = Asked.Published.Rules[0];
            Verdict Of((FindingOutcome Outcome, Bearing Bearing)[] pairs) =>
                EligibilityAnswer.VerdictOf([.. pairs.Select(pair => new Finding { Rule = rule, Outcome = pair.Outcome, Bearing = pair.Bearing })]);
            var pulls = findings.Select(pair => pair switch
            {
                (FindingOutcome.NotMet, not Bearing.Informative) => Verdict.NotEligible,
                (FindingOutcome.Unknown, Bearing.Required) => Verdict.Undetermined,
                (FindingOutcome.Unknown or FindingOutcome.Warning, Bearing.Conditional) => Verdict.EligibleUnderConditions,
                _ => Verdict.Eligible,
            });
            var unsupported = findings.Contains((FindingOutcome.Met, Bearing.Required)) ? Verdict.Eligible : Verdict.Undetermined;
            Assert.Equal(pulls.Append(unsupported).Min(), Of(findings));
            Assert.Equal(Of(findings), Of(shuffled));
        }, iter: Questions);

    [Fact]
    public void The_CPF_never_pays_since_2019_without_a_registration_active_at_order_and_entry() => AnyQuestion.Cpf.Where(question => question.StartsOn.Year >= 2019).Sample(question =>
    {
        if (question.Answer().Verdict is Verdict.NotEligible or Verdict.Undetermined) return;
        Assert.Contains(question.Certification.Recognition.Registrations, registration =>
            registration.EffectiveOn is not null && registration.IsActiveOn(question.OrderedOn) && registration.IsActiveOn(question.StartsOn)
            && (question.Certification.Asked is null || question.Certification.Asked == registration.Number));
        Assert.False(question.Situation is Situation.Retired or Situation.PublicAgent);
    }, iter: Questions);

    [Fact]
    public void The_CPF_pays_since_2019_when_it_is_active_and_nothing_else_is_told() => AnyQuestion.Cpf.Where(question => question.StartsOn.Year >= 2019).Sample(question =>
    {
        var bare = question with { Block = null, Provider = null, Held = null, Situation = Situation.Employee };
        var recognition = bare.Certification.Recognition;
        if (bare.Certification.RegistrationOn(bare.OrderedOn) is not { EffectiveOn: not null } registration) return;
        if (!registration.IsActiveOn(bare.OrderedOn) || !registration.IsActiveOn(bare.StartsOn)) return;
        Assert.Equal(recognition.SuppressedOn <= bare.StartsOn ? Verdict.EligibleUnderConditions : Verdict.Eligible, bare.Answer().Verdict);
    }, iter: Questions);

    [Fact]
    public void What_is_said_to_be_active_is() => Gen.Select(AnyQuestion.Cpf, AnyQuestion.Vae).Sample((cpf, vae) =>
    {
        var paid = cpf.Answer();
        if (new[] { "E2", "E3", "E5", "E6", "X6" }.Any(rule => paid.Outcome(rule) == FindingOutcome.Met))
            Assert.True(paid.Registration!.IsActiveOn(cpf.OrderedOn) && paid.Registration.IsActiveOn(cpf.StartsOn));
        var obtained = vae.Answer();
        if (obtained.Outcome("V1c") == FindingOutcome.Met) Assert.True(obtained.Registration!.IsActiveOn(vae.AppliesOn));
    }, iter: Questions);

    [Fact]
    public void No_VAE_is_open_without_the_RNCP_an_open_route_and_a_day_that_counts() => AnyQuestion.Vae.Sample(question =>
    {
        var answer = question.Answer();
        if (answer.Verdict is Verdict.NotEligible or Verdict.Undetermined) return;
        var registration = answer.Registration!;
        Assert.Equal(Register.Rncp, registration.Number.Register);
        Assert.True(question.Certification.IsOpen(AccessRouteCode.PriorExperience));
        Assert.True(registration.IsActiveOn(question.AppliesOn) || answer.Outcome("V10") == FindingOutcome.Met);
        Assert.False(question.AdmissibleOn > registration.LastDay);
    }, iter: Questions);

    [Fact]
    public void A_level_comes_from_an_RNCP_registration_of_2019_or_later_that_covers_award_or_entry() => AnyQuestion.Worth.Sample(question =>
    {
        var answer = question.Answer();
        if (answer.Level is not { } level) return;
        Assert.Contains(question.Certification.Recognition.Registrations, registration =>
            registration.Level == level && registration is { PrecedesReform: false, Number.Register: Register.Rncp }
            && (registration.IsActiveOn(question.AwardedOn ?? question.Day) || (question.StartedOn is { } start && registration.IsActiveOn(start))));
    }, iter: Questions);

    [Fact]
    public void A_branch_that_recognises_is_an_owner_or_the_certification_counts_everywhere() => AnyQuestion.Worth.Sample(question =>
    {
        var answer = question.Answer();
        if (question.Branch is null) Assert.Null(answer.BranchRecognised);
        if (answer.BranchRecognised == true && answer.RecognisedIn != RecognisedIn.Everywhere)
            Assert.Contains(question.Certification.Branches, owner => owner.Branch == question.Branch && owner.OwnsOn(question.Day));
        if (answer.RecognisedIn == RecognisedIn.Everywhere) Assert.Null(answer.Outcome("X2"));
    }, iter: Questions);

    // Facts.

    private static readonly (string Name, Func<CpfQuestion, CpfQuestion> Forget)[] CpfFacts =
    [
        ("provider", question => question with { Provider = null }),
        ("held", question => question with { Held = null }),
        ("balance", question => question with { Balance = null }),
        ("price", question => question with { Price = null }),
        ("top-up", question => question with { TopUp = null }),
        ("top-up from", question => question with { TopUpFrom = null }),
        ("branch", question => question with { Branch = null }),
        ("block", question => question with { Block = null }),
        ("blocks declared", question => question with { BlocksDeclared = null }),
        ("end", question => question with { FinishesOn = null }),
    ];

    private static readonly (string Name, Func<VaeQuestion, VaeQuestion> Forget)[] VaeFacts =
    [
        ("experience", question => question with { ExperienceMonths = null }),
        ("received", question => question with { ReceivedOn = null }),
        ("admissible", question => question with { AdmissibleOn = null }),
        ("jury", question => question with { JuryOn = null }),
        ("block", question => question with { Block = null }),
        ("files", question => question with { FilesThisYear = null }),
        ("other files", question => question with { OtherFilesThisYear = null }),
        ("payment", question => question with { Payment = null }),
        ("on France VAE", question => question with { Payment = question.Payment is null ? null : question.Payment with { OnFranceVae = null } }),
        ("registered on France VAE", question => question with { Payment = question.Payment is null ? null : question.Payment with { RegisteredOnFranceVae = null } }),
    ];

    [Fact]
    public void Telling_one_fact_more_never_lifts_a_refusal_of_the_CPF() => Gen.Select(AnyQuestion.Cpf, Gen.OneOf(CpfFacts)).Sample((question, fact) =>
    {
        var before = fact.Forget(question).Answer();
        if (before.Verdict == Verdict.NotEligible) Assert.Equal(Verdict.NotEligible, question.Answer().Verdict);
    }, iter: 2 * Questions);

    [Fact]
    public void Telling_one_fact_more_never_lifts_a_refusal_of_the_VAE_without_a_finding_that_changed() => Gen.Select(AnyQuestion.Vae, Gen.OneOf(VaeFacts)).Sample((question, fact) =>
        AssertLiftedByFindings(fact.Forget(question).Answer(), question.Answer()), iter: 2 * Questions);

    [Fact]
    public void Telling_one_fact_more_never_lifts_a_refusal_of_a_way() => AnyQuestion.Ways.Sample(question =>
    {
        foreach (var less in new[] { question with { SeniorityMonths = null }, question with { ChangesJob = null } })
        {
            foreach (var (before, after) in less.Answer().Zip(question.Answer()))
                if (before.Answer.Verdict == Verdict.NotEligible) Assert.Equal(Verdict.NotEligible, after.Answer.Verdict);
        }
    }, iter: Questions);

    [Fact]
    public void Money_never_changes_a_verdict() => AnyQuestion.Cpf.Sample(question =>
        Assert.Equal((question with { Price = null, Balance = null, TopUp = null, TopUpFrom = null }).Answer().Verdict, question.Answer().Verdict), iter: Questions);

    [Fact]
    public void Asked_without_facts_on_person_or_provider_the_verdict_concerns_certification_and_days() => AnyQuestion.Cpf.Sample(question =>
    {
        var bare = question with { Situation = default, Block = null, Branch = null, Provider = null, Held = null, BlocksDeclared = null, FinishesOn = null };
        var answer = bare.Answer();
        Assert.All(answer.Findings.Where(finding => finding.Rule.Id is "E0" or "E7" or "E8" or "E10"), finding => Assert.Equal(FindingOutcome.Unknown, finding.Outcome));
        Assert.Equal(EligibilityAnswer.VerdictOf([.. answer.Findings.Where(finding => finding.Rule.Id is not ("E0" or "E7" or "E8" or "E10"))]), answer.Verdict);
    }, iter: Questions);

    // Amounts.

    [Fact]
    public void Amounts_are_never_negative_and_add_up_to_the_price() => AnyQuestion.Cpf.Sample(question =>
    {
        var answer = question.Answer();
        if (answer.Verdict == Verdict.NotEligible) Assert.Null(answer.Amounts);
        if (answer.Amounts is not { } amounts) return;
        AssertOf(question.OrderedOn, amounts);
        Assert.Equal(amounts.Contribution is not null && question is { Price: not null, Balance: not null }, amounts.HolderPays is not null);
        if (amounts.HolderPays is not { } pays) return;
        var price = question.Price!.Value;
        Assert.Equal(price, amounts.AccountPays + amounts.TopUp + pays);
        Assert.True(amounts.AccountPays <= question.Balance);
        Assert.True(amounts.AccountPays <= (amounts.Cap ?? decimal.MaxValue));
        Assert.True(amounts.TopUp <= (question.TopUp ?? 0));
        // Rights never pay the contribution: it is left to the holder, or to whoever adds money.
        Assert.True(pays + amounts.TopUp >= Math.Min(amounts.Contribution!.Value, price));
    }, iter: Questions);

    [Fact]
    public void Amounts_of_a_VAE_add_up_to_its_price_and_its_jury() => AnyQuestion.Vae.Where(question => question.Payment is not null).Sample(question =>
    {
        var answer = question.Answer();
        if (answer.Amounts is not { } amounts) return;
        AssertOf(question.Payment!.OrderedOn, amounts);
        if (amounts.HolderPays is null) return;
        Assert.Equal(question.Payment.Price + (question.Payment.JuryFee ?? 0), amounts.AccountPays + amounts.TopUp + amounts.HolderPays);
        Assert.True(amounts.AccountPays <= question.Payment.Balance);
    }, iter: Questions);

    [Fact]
    public void A_fuller_account_never_costs_the_holder_more() => Gen.Select(AnyQuestion.Cpf, Gen.Int[0, 500_000]).Sample((question, cents) =>
    {
        var richer = question with { Balance = question.Balance + (cents / 100m) };
        Assert.False(richer.Answer().Amounts?.HolderPays > question.Answer().Amounts?.HolderPays);
    }, iter: Questions);

    // Days.

    [Fact]
    public void An_answer_never_depends_on_rows_that_are_not_in_force() => Gen.Select(AnyQuestion.Cpf, AnyQuestion.Vae, AnyQuestion.Worth, AnyQuestion.Ways).Sample((cpf, vae, worth, ways) =>
    {
        Assert.Equal(Trace(cpf.Answer()), Trace(cpf.Answer(Only(cpf.OrderedOn, cpf.StartsOn))));
        Assert.Equal(Trace(vae.Answer()), Trace(vae.Answer(Only([vae.AppliesOn, vae.ReceivedOn ?? vae.AppliesOn, vae.Payment?.OrderedOn ?? vae.AppliesOn]))));
        // The level of before 2019 is a matter of the day on which the registration was decided.
        Assert.Equal(Trace(worth.Answer()), Trace(worth.Answer(Only([worth.Day, worth.AwardedOn ?? worth.Day, .. DecisionsOf(worth.Certification)]))));
        // From which day a closed way opens, only later rows tell.
        Assert.Equal(
            ways.Answer().Select(way => Trace(WithoutDays(way.Answer))),
            ways.Answer(Only(ways.Day)).Select(way => Trace(WithoutDays(way.Answer))));
    }, iter: Questions);

    [Fact]
    public void The_same_question_twice_gives_the_same_answer() => Gen.Select(AnyQuestion.Cpf, AnyQuestion.Vae, AnyQuestion.Worth, AnyQuestion.Ways).Sample((cpf, vae, worth, ways) =>
    {
        Assert.Equal(Trace(cpf.Answer()), Trace((cpf with { }).Answer()));
        Assert.Equal(Trace(vae.Answer()), Trace((vae with { }).Answer()));
        Assert.Equal(Trace(worth.Answer()), Trace((worth with { }).Answer()));
        Assert.Equal(ways.Answer().Select(way => Trace(way.Answer)), (ways with { }).Answer().Select(way => Trace(way.Answer)));
    }, iter: Questions);

    [Fact]
    public void The_order_in_which_facts_are_stored_changes_nothing() => AnyQuestion.Cpf.Sample(question =>
    {
        var reversed = question with
        {
            Certification = question.Certification with
            {
                Recognition = question.Certification.Recognition with { Registrations = [.. question.Certification.Recognition.Registrations.Reverse()] },
            },
        };
        Assert.Equal(question.Answer().Verdict, reversed.Answer().Verdict);
    }, iter: Questions);

    private static void AssertEarned(EligibilityAnswer answer)
    {
        var findings = answer.Findings;
        if (answer.Verdict is Verdict.Eligible or Verdict.EligibleUnderConditions)
        {
            Assert.DoesNotContain(findings, finding => finding is { Outcome: FindingOutcome.NotMet, Bearing: not Bearing.Informative });
            Assert.DoesNotContain(findings, finding => finding is { Outcome: FindingOutcome.Unknown, Bearing: Bearing.Required });
            Assert.Contains(findings, finding => finding is { Outcome: FindingOutcome.Met, Bearing: Bearing.Required });
        }
        if (answer.Verdict == Verdict.Eligible)
            Assert.DoesNotContain(findings, finding => finding is { Outcome: FindingOutcome.Unknown or FindingOutcome.Warning, Bearing: Bearing.Conditional });
        if (findings.Count > 0 && answer.Verdict != Verdict.Undetermined) Assert.NotNull(answer.Deciding);
    }

    /// <summary>Each finding that refused has become something else.</summary>
    private static void AssertLiftedByFindings(EligibilityAnswer before, EligibilityAnswer after)
    {
        if (before.Verdict != Verdict.NotEligible || after.Verdict == Verdict.NotEligible) return;
        Assert.All(
            before.Findings.Where(finding => finding is { Outcome: FindingOutcome.NotMet, Bearing: not Bearing.Informative }),
            refusal => Assert.NotEqual(FindingOutcome.NotMet, after.Outcome(refusal.Rule.Series)));
    }

    private static void AssertOf(DateOnly day, Amounts amounts)
    {
        Assert.Equal(day >= new DateOnly(2019, 11, 21), amounts.Contribution is not null);
        foreach (var amount in new[] { amounts.Contribution, amounts.Cap, amounts.AccountPays, amounts.TopUp, amounts.HolderPays }.OfType<decimal>())
        {
            Assert.True(amount >= 0);
            Assert.Equal(amount, decimal.Round(amount, 2));
        }
    }

    private static RuleBook Only(params IReadOnlyList<DateOnly> days) => new(Asked.Published.Rules.Where(rule => days.Any(rule.Period.Contains)), "of those days");

    private static IEnumerable<DateOnly> DecisionsOf(CertificationFacts facts) =>
        facts.Recognition.Registrations.Select(registration => registration.DecidedOn ?? registration.EffectiveOn ?? registration.EndsOn.AddYears(-Registration.MaxYears));

    private static EligibilityAnswer WithoutDays(EligibilityAnswer answer) => answer with { Findings = [.. answer.Findings.Select(finding => finding with { MetFrom = null })] };

    private static string Trace(EligibilityAnswer answer) => $"{answer.Verdict} {answer.Registration?.Number} {answer.Following?.Number} {answer.Amounts}\n{Trace(answer.Findings)}";

    private static string Trace(WorthAnswer answer) => $"{answer.Exists} {answer.RecognisedIn} {answer.BranchRecognised} {answer.Level}\n{Trace(answer.Findings)}";

    private static string Trace(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(finding =>
        $"{finding.Rule.Series} {finding.Rule.Id} {finding.Outcome} {finding.Bearing} {finding.MetFrom} {string.Join(", ", finding.Facts.Select(fact => $"{fact.Name} {Told(fact.Value)}"))}"));

    private static string Told(object value) => value switch
    {
        CpfListing list => $"{list.Scope} {list.Branch} {list.Region} {list.ListedFrom}",
        string text => text,
        IEnumerable several => string.Join(' ', several.Cast<object>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
