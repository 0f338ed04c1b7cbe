using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using CsCheck;
using Xunit;

namespace CqpPortal.Domain.Tests.Records;

public sealed class RegistrationApplicationTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static RegistrationApplication Begun() => RegistrationApplication.Begin(1, Register.Rncp, new DateOnly(2026, 1, 10), Today);

    private static RegistrationApplication Gone(params (ApplicationState State, int Month)[] steps) =>
        steps.Aggregate(Begun(), (application, step) => application.Go(new ApplicationStep(step.State, new DateOnly(2026, step.Month, 1)), Today));

    [Fact]
    public void An_answer_is_expected_seven_months_after_the_sending_until_it_is_there()
    {
        Assert.Null(Begun().ExpectedIn);
        Assert.Equal(new DateOnly(2026, 9, 1), Gone((ApplicationState.Submitted, 2)).ExpectedIn);
        Assert.Equal(new DateOnly(2026, 9, 1), Gone((ApplicationState.Submitted, 2), (ApplicationState.UnderReview, 3)).ExpectedIn);
        Assert.Null(Gone((ApplicationState.Submitted, 2), (ApplicationState.UnderReview, 3), (ApplicationState.Favourable, 9)).ExpectedIn);
    }

    [Fact]
    public void An_unfavourable_opinion_may_be_contested_for_two_months_and_ends_the_application()
    {
        var refused = Gone((ApplicationState.Submitted, 2), (ApplicationState.UnderReview, 3), (ApplicationState.Unfavourable, 9));
        Assert.Equal((new DateOnly(2026, 11, 1), true, ApplicationState.Unfavourable), (refused.AppealUntil, refused.IsOver, refused.Opinion!.State));
        Assert.Throws<EntryRefusedException>(() => refused.Go(new ApplicationStep(ApplicationState.Submitted, Today), Today));
    }

    [Fact]
    public void An_adjourned_file_is_sent_again_and_its_months_begin_again()
    {
        var again = Gone((ApplicationState.Submitted, 2), (ApplicationState.UnderReview, 3), (ApplicationState.Adjourned, 5), (ApplicationState.Submitted, 6));
        Assert.Equal(new DateOnly(2027, 1, 1), again.ExpectedIn);
        Assert.Equal(ApplicationState.Adjourned, again.Opinion!.State);
    }

    [Fact]
    public void It_succeeds_with_a_registration_of_its_register_only()
    {
        var favourable = Gone((ApplicationState.Submitted, 2), (ApplicationState.UnderReview, 3), (ApplicationState.Favourable, 9));
        RegistrationRecord Registration(string number) => new(RegistryNumber.Parse(number, null), new DateOnly(2029, 10, 1)) { Level = 4, DecidedOn = new DateOnly(2026, 10, 1), PublishedOn = new DateOnly(2026, 10, 2) };
        Assert.Throws<EntryRefusedException>(() => favourable.Go(new ApplicationStep(ApplicationState.Registered, Today), Today));
        Assert.Throws<EntryRefusedException>(() => favourable.Succeed(Registration("RS7000"), Today));
        Assert.Throws<EntryRefusedException>(() => favourable.Succeed(Registration("RNCP41000") with { DecidedOn = null }, Today));
        Assert.Throws<EntryRefusedException>(() => Begun().Succeed(Registration("RNCP41000"), Today));
        var done = favourable.Succeed(Registration("RNCP41000"), Today);
        Assert.Equal((ApplicationState.Registered, "RNCP41000", true), (done.State, done.Number!.ToString(), done.IsOver));
    }

    [Fact]
    public void Whatever_is_asked_days_stay_in_order_and_steps_follow_each_other()
    {
        var steps = Gen.Select(Gen.Enum<ApplicationState>(), Gen.Int[-400, 40]).Array[0, 30];
        steps.Sample(asked =>
        {
            var application = RegistrationApplication.Begin(1, Register.Rs, Today.AddDays(-401), Today);
            foreach (var (state, days) in asked)
            {
                try
                {
                    application = application.Go(new ApplicationStep(state, Today.AddDays(days)), Today);
                }
                catch (EntryRefusedException)
                {
                    // The application is as it was.
                }
            }
            var taken = application.Steps;
            return taken[0].State == ApplicationState.DraftFile && taken.All(step => step.Day <= Today)
                && taken.Zip(taken.Skip(1)).All(pair => pair.First.Day <= pair.Second.Day && Before(pair.Second.State).Contains(pair.First.State));
        }, iter: 5000);
    }

    private static ApplicationState[] Before(ApplicationState state) => state switch
    {
        ApplicationState.Submitted => [ApplicationState.DraftFile, ApplicationState.Adjourned],
        ApplicationState.UnderReview or ApplicationState.Inadmissible => [ApplicationState.Submitted],
        ApplicationState.Favourable or ApplicationState.Adjourned or ApplicationState.Unfavourable => [ApplicationState.UnderReview],
        _ => [],
    };
}
