using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility;

/// <summary>What the questions on CPF, VAE and worth ask alike of one registration.</summary>
internal static class RegistrationRules
{
    public static Fact Of(Registration registration) => new(FactName.Registration, registration.Number);

    public static Fact FirstDayOf(Registration registration) => new(FactName.FirstDay, registration.EffectiveOn!.Value);

    public static Fact LastDayOf(Registration registration) => new(FactName.LastDay, registration.LastDay);

    extension(DatedRule rule)
    {
        /// <summary>The registration is active on each of the days, its first and last included (E5, V1c). Which incident stops it, another rule tells.</summary>
        public Finding RunsOn(Registration registration, params ReadOnlySpan<Fact> days)
        {
            Fact number = Of(registration), end = LastDayOf(registration);
            var isStopped = false;
            var isEarly = false;
            foreach (var day in days)
            {
                isStopped |= (DateOnly)day.Value > registration.LastDay || registration.IsSuspendedOn((DateOnly)day.Value);
                isEarly |= (DateOnly)day.Value < registration.EffectiveOn;
            }
            if (registration.EffectiveOn is not { } firstDay)
                return isStopped ? rule.NotMet(Bearing.Required, [number, end, .. days]) : rule.Unknown(Bearing.Required, [number, end, .. days]);
            Fact start = new(FactName.FirstDay, firstDay);
            if (!isStopped && !isEarly) return rule.Met(Bearing.Required, [number, start, end, .. days]);
            return rule.NotMet(Bearing.Required, [number, start, end, .. days]) with { MetFrom = isStopped ? null : firstDay };
        }

        /// <summary>Suspended or withdrawn on one of the days (b.2); null where no incident bears on them.</summary>
        public Finding? Incident(Registration registration, params ReadOnlySpan<DateOnly> days)
        {
            foreach (var day in days)
            {
                if (registration.WithdrawnOn <= day && day <= registration.EndsOn)
                    return rule.NotMet(Bearing.Required, Of(registration), new Fact(FactName.WithdrawnOn, registration.WithdrawnOn.Value));
                if (registration.Suspensions.Cast<Calendar.ValidityPeriod?>().FirstOrDefault(period => period!.Value.Contains(day)) is not { } suspension || day > registration.LastDay) continue;
                return rule.NotMet(Bearing.Required, Of(registration), suspension.Until is { } until ? new Fact(FactName.SuspendedUntil, until) : null)
                    with
                { MetFrom = suspension.Until < registration.LastDay ? suspension.Until.Value.AddDays(1) : null };
            }
            return null;
        }

        /// <summary>A registration counts from its publication on line (X12): too early, a first day that is assumed, or one that nobody knows.</summary>
        public Finding? TakesEffect(Registration registration, DateOnly day)
        {
            if (registration.EffectiveOn is not { } firstDay) return rule.Unknown(Bearing.Informative, Of(registration));
            var decided = registration.DecidedOn is { } decision ? new Fact(FactName.DecidedOn, decision) : null;
            if (day < firstDay) return rule.NotMet(Bearing.Required, Of(registration), FirstDayOf(registration), decided) with { MetFrom = firstDay };
            return registration.EffectiveDateIsAssumed ? rule.Warning(Bearing.Informative, Of(registration), FirstDayOf(registration), decided) : null;
        }

        /// <summary>The CPNE abolished the certification (b.6): who began may finish, who begins later should ask.</summary>
        public Finding? Abolished(RecognitionFacts facts, DateOnly day) => facts.SuppressedOn is { } suppressed
            ? rule.Warning(suppressed <= day ? Bearing.Conditional : Bearing.Informative, new Fact(FactName.SuppressedOn, suppressed))
            : null;
    }
}
