using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using CsCheck;
using Xunit;

namespace CqpPortal.Domain.Tests.Records;

public sealed class DatedRecordsTests
{
    private const string Metal = "cpne-3248";
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static DateOnly Day(int year, int month = 1, int day = 1) => new(year, month, day);

    private static RegistryNumber Number(string number) => RegistryNumber.Parse(number, null);

    private static CommitteeDecision Creation(DateOnly day) => new(CommitteeDecisionKind.Creation, Metal, day);

    private static RegistrationRecord Registration(string number = "RNCP41000") => new(Number(number), Day(2029, 6, 30)) { Level = 4, DecidedOn = Day(2026, 6, 25), PublishedOn = Day(2026, 7, 1) };

    private static DatedRecords Transmitted() => DatedRecords.None
        .Propose(new Proposal(ProposalKind.Idea, Metal, Day(2019)), Today).Propose(new Proposal(ProposalKind.Proposed, Metal, Day(2019, 6)), Today)
        .Decide(Creation(Day(2020)), Today).Send(new Sending(TransmissionAuthority.FranceCompetences, Day(2020, 3)), Today);

    [Fact]
    public void A_certification_goes_from_the_idea_to_its_closing_and_each_day_knows_its_state()
    {
        var records = Transmitted().Decide(new CommitteeDecision(CommitteeDecisionKind.Revision, Metal, Day(2023)), Today)
            .Send(new Sending(TransmissionAuthority.FranceCompetences, Day(2023, 2)), Today).Suppress(Day(2025), "Le métier a disparu.").Close(Day(2026), Today);
        (DateOnly Day, BranchState? State)[] expected =
        [
            (Day(2018), null), (Day(2019), BranchState.Idea), (Day(2019, 6), BranchState.Proposed), (Day(2020), BranchState.Created), (Day(2020, 3), BranchState.Transmitted),
            (Day(2023), BranchState.Revised), (Day(2023, 2), BranchState.Transmitted), (Day(2025), BranchState.Suppressed), (Day(2026), BranchState.Closed),
        ];
        Assert.All(expected, row => Assert.Equal(row.State, BranchAxis.On(records, row.Day)));
    }

    [Fact]
    public void What_cannot_follow_is_refused_with_what_to_do()
    {
        void Refused(string words, Func<DatedRecords> act) => Assert.Contains(words, Assert.Throws<EntryRefusedException>(act).Message, StringComparison.Ordinal);
        Refused("Enregistrez d’abord la décision de création", () => DatedRecords.None.Send(new Sending(TransmissionAuthority.FranceCompetences, Day(2020)), Today));
        Refused("Enregistrez d’abord la décision de création", () => DatedRecords.None.Suppress(Day(2020), "Raison"));
        Refused("Enregistrez d’abord la proposition", () => DatedRecords.None.Propose(new Proposal(ProposalKind.Idea, Metal, Day(2019)), Today).Decide(Creation(Day(2020)), Today));
        Refused("transmission à France compétences", () => DatedRecords.None.Decide(Creation(Day(2020)), Today).Suppress(Day(2021), "Raison"));
        Refused("plus rien ne se décide après une suppression", () => Transmitted().Suppress(Day(2021), "Raison").Decide(new CommitteeDecision(CommitteeDecisionKind.Revision, Metal, Day(2022)), Today));
        Refused("se clôt après sa suppression", () => Transmitted().Close(Day(2022), Today));
        Refused("déjà supprimée", () => Transmitted().Suppress(Day(2021), "Raison").Suppress(Day(2022), "Raison"));
        Refused("refusé le reste", () => DatedRecords.None.Propose(new Proposal(ProposalKind.Proposed, Metal, Day(2019)), Today)
            .Propose(new Proposal(ProposalKind.Refused, Metal, Day(2020)), Today).Decide(Creation(Day(2021)), Today));
        Refused("à venir", () => DatedRecords.None.Decide(Creation(Today.AddDays(1)), Today));
        Refused("CNCP", () => Transmitted().Send(new Sending(TransmissionAuthority.Cncp, Day(2021)), Today));
        Refused("déjà enregistré", () => Transmitted().Send(new Sending(TransmissionAuthority.FranceCompetences, Day(2020, 3)), Today));
        Refused("RNCP1", () => Transmitted().Withdraw(Number("RNCP1"), Today, Today));
    }

    [Fact]
    public void A_wrong_day_is_corrected_only_where_the_order_still_holds()
    {
        var (records, wrong) = (Transmitted(), new Sending(TransmissionAuthority.FranceCompetences, Day(2020, 3)));
        Assert.Equal([Day(2020, 4)], records.Send(wrong with { SentOn = Day(2020, 4) }, Today, instead: wrong).Sendings.Select(row => row.SentOn));
        Assert.Throws<EntryRefusedException>(() => records.Send(wrong with { SentOn = Day(2019, 7) }, Today, instead: wrong));
        Assert.Throws<EntryRefusedException>(() => records.Decide(Creation(Day(2021)), Today, instead: Creation(Day(2020))));
    }

    [Fact]
    public void What_a_register_holds_was_created_and_sent_whoever_wrote_it_down()
    {
        var records = DatedRecords.None.Register(Registration(), Today);
        Assert.Equal(BranchState.Transmitted, BranchAxis.On(records, Today));
        Assert.Equal(BranchState.Suppressed, BranchAxis.On(records.Suppress(Today, "Raison"), Today));
    }

    [Theory]
    [InlineData("RNCP41000", 4, "2026-06-25", "2026-07-01", "2031-07-01", null)]
    [InlineData("RNCP41000", 4, "2026-06-25", "2026-07-01", "2031-07-02", "EndsOn")]
    [InlineData("RNCP41000", null, "2026-06-25", "2026-07-01", "2029-06-30", "Level")]
    [InlineData("RNCP41000", 9, "2026-06-25", "2026-07-01", "2029-06-30", "Level")]
    [InlineData("RS41000", 4, "2026-06-25", "2026-07-01", "2029-06-30", "Level")]
    [InlineData("RS41000", null, "2026-06-25", "2026-07-01", "2029-06-30", null)]
    [InlineData("RNCP4100", 4, "2018-06-25", "2018-07-01", "2023-06-30", "Level")]
    [InlineData("RNCP41000", 4, null, "2026-07-01", "2029-06-30", "DecidedOn")]
    [InlineData("RNCP41000", 4, "2026-06-25", null, "2029-06-30", "PublishedOn")]
    [InlineData("RNCP41000", 4, "2026-07-02", "2026-07-01", "2029-06-30", "PublishedOn")]
    [InlineData("RNCP41000", 4, "2026-06-25", "2026-07-01", "2026-06-30", "EndsOn")]
    [InlineData("RNCP41000", 4, "2026-11-25", "2026-11-25", "2029-06-30", "DecidedOn")]
    public void A_number_written_by_hand_obeys_the_law(string number, int? level, string? decided, string? published, string end, string? field)
    {
        static DateOnly? Read(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null);
        var record = new RegistrationRecord(Number(number), Read(end)!.Value) { Level = level, DecidedOn = Read(decided), PublishedOn = Read(published) };
        Assert.Equal(field, RegistrationRules.Problems(record, null, Today).FirstOrDefault()?.Field);
    }

    [Fact]
    public void What_a_register_never_gave_is_not_asked_of_a_correction()
    {
        var known = new RegistrationRecord(Number("RNCP41000"), Day(2029, 6, 30)) { EffectOn = Day(2026, 7, 1) };
        Assert.Empty(RegistrationRules.Problems(known with { EndsOn = Day(2029, 7, 1) }, known, Today));
    }

    [Fact]
    public void One_cohort_alone_warns_of_more_than_three_years()
    {
        var application = RegistrationApplication.Begin(1, Register.Rncp, Day(2025, 11), Today) with { HasOneCohort = true };
        application = application.Go(new ApplicationStep(ApplicationState.Submitted, Day(2025, 11, 2)), Today);
        Assert.Null(RegistrationRules.Warning(Registration(), application));
        Assert.Contains("3 ans", RegistrationRules.Warning(Registration() with { EndsOn = Day(2031, 6, 30) }, application)?.ToString(), StringComparison.Ordinal);
        Assert.Null(RegistrationRules.Warning(Registration() with { EndsOn = Day(2031, 6, 30) }, null));
    }

    [Fact]
    public void Records_reach_the_certification_by_its_own_verbs_and_cite_the_committee_for_what_changed()
    {
        var certification = new Certification(CertificationKind.Cqp, "s", "Soudeur", [new OwningBranch(Idcc.Parse("3248", null))]);
        var records = Transmitted().Register(Registration(), Today);
        Assert.Equal([CertificationFact.Transmissions, CertificationFact.Registrations], records.ApplyTo(certification, Today));
        certification.Registrations[0].AddBlock(new RegisteredBlock("RNCP41000BC01", "Souder"));
        Assert.Empty(DatedRecords.Of(certification, records).ApplyTo(certification, Today));
        var changed = DatedRecords.Of(certification, records).Suspend(Number("RNCP41000"), new ValidityPeriod(Day(2026, 9), null), Today);
        Assert.Equal([CertificationFact.Registrations], changed.ApplyTo(certification, Today));
        Assert.True(certification.Registrations[0].IsSuspendedOn(Today));
        changed = DatedRecords.Of(certification, records).Suspend(Number("RNCP41000"), new ValidityPeriod(Day(2026, 9), Day(2026, 10)), Today).Withdraw(Number("RNCP41000"), Day(2026, 11), Today)
            .Suppress(Day(2027), "Le métier a disparu.");
        changed.ApplyTo(certification, Today);
        Assert.Equal((Day(2026, 11), Day(2026, 10), Day(2027), "Le métier a disparu."),
            (certification.Registrations[0].WithdrawnOn, certification.Registrations[0].Suspensions.Single().Until, certification.SuppressedOn, certification.SuppressionReason));
        Assert.Single(certification.Registrations[0].Blocks);
        Assert.True(certification.IsSaidByCommittee(CertificationFact.Registrations));
    }

    [Fact]
    public void What_the_rules_let_through_the_register_can_hold()
    {
        var days = Gen.Int[new DateOnly(2016, 1, 1).DayNumber, Today.DayNumber + 2000].Select(DateOnly.FromDayNumber);
        var maybe = Gen.Bool.SelectMany(some => some ? days.Select(day => (DateOnly?)day) : Gen.Const((DateOnly?)null));
        Gen.Select(Gen.Bool, Gen.Int[0, 9], Gen.Select(maybe, maybe, maybe), Gen.Select(days, maybe, maybe), Gen.Select(days, days)).Sample((isRncp, level, starts, ends, suspension) =>
        {
            var record = new RegistrationRecord(new RegistryNumber(isRncp ? Register.Rncp : Register.Rs, 41000), ends.Item1)
            {
                Level = level == 0 ? null : level,
                DecidedOn = starts.Item1,
                PublishedOn = starts.Item2,
                EffectOn = starts.Item3,
                DeliveryDeadline = ends.Item2,
                WithdrawnOn = ends.Item3,
                Suspensions = suspension.Item1 <= suspension.Item2 ? [new ValidityPeriod(suspension.Item1, suspension.Item2)] : [],
            };
            // Where nothing is a problem the domain's own guards agree, and what comes back says the same.
            return RegistrationRules.Problems(record, new RegistrationRecord(record.Number, record.EndsOn), Today).Any() || RegistrationRecord.Of(record.ToRegistration()).SaysTheSameAs(record);
        }, iter: 20_000);
    }
}
