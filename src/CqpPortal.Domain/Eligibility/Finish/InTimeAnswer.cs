using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Finish;

/// <summary>Whether a training ends in time, and which date decides.</summary>
/// <param name="Registration">The one that the training is held against; null where there is none.</param>
/// <param name="Following">The registration of the same certification that follows it.</param>
public sealed record InTimeAnswer(WhatBites Bites, Registration? Registration, Registration? Following);
