namespace CqpPortal.Domain.Eligibility.Finish;

/// <summary>The date that stands in the way of who wants to finish in time.</summary>
public enum WhatBites
{
    /// <summary>The training ends while the registration runs.</summary>
    Nothing,

    /// <summary>The registration ends on the way: who entered before goes on, and the certificate may still be issued (L. 6113-9).</summary>
    EndOfRegistration,

    /// <summary>As above, but nobody told until when the certificate may be issued.</summary>
    UnknownDeadline,

    /// <summary>The training ends after the last day on which the certificate may be issued.</summary>
    Deadline,

    /// <summary>The registration begins after the entry.</summary>
    FirstDay,

    /// <summary>The registration ends before the entry.</summary>
    LastDay,

    /// <summary>The registration is suspended on the day of entry.</summary>
    Suspension,

    /// <summary>The registration is withdrawn on the way: what becomes of the training is not known.</summary>
    Withdrawal,

    /// <summary>No register holds the certification: only its branch sets dates.</summary>
    NoRegistration,
}
