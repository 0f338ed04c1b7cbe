using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Finish;

/// <summary>
/// Will a training end in time? Its days against those of the registration and the last day of issue: who entered before the end goes on
/// (L. 6113-9; E6 and X6 of the portal's rules), but nobody receives a certificate that may no longer be issued.
/// </summary>
public static class FinishingInTime
{
    /// <param name="facts">Of the certification.</param>
    /// <param name="startsOn">Day of entry into training.</param>
    /// <param name="finishesOn">Day on which the certificate is issued: the end of the training, or the examination where it comes later.</param>
    /// <exception cref="ArgumentException">The end precedes the entry.</exception>
    public static InTimeAnswer Answer(CertificationFacts facts, DateOnly startsOn, DateOnly finishesOn)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (finishesOn < startsOn) throw new ArgumentException("No training ends before it starts.", nameof(finishesOn));
        var registration = facts.RegistrationOn(startsOn);
        return registration is null
            ? new InTimeAnswer(WhatBites.NoRegistration, null, null)
            : new InTimeAnswer(Bites(registration, startsOn, finishesOn), registration, facts.Following(registration));
    }

    private static WhatBites Bites(Registration registration, DateOnly startsOn, DateOnly finishesOn)
    {
        if (startsOn < registration.EffectiveOn) return WhatBites.FirstDay;
        if (startsOn > registration.LastDay) return WhatBites.LastDay;
        if (registration.IsSuspendedOn(startsOn)) return WhatBites.Suspension;
        if (finishesOn <= registration.LastDay) return WhatBites.Nothing;
        if (registration.WithdrawnOn is not null) return WhatBites.Withdrawal;
        return registration.DeliveryDeadline switch
        {
            null => WhatBites.UnknownDeadline,
            var deadline => finishesOn > deadline ? WhatBites.Deadline : WhatBites.EndOfRegistration,
        };
    }
}
