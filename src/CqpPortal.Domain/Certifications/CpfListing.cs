using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Certifications;

/// <summary>Presence on the CPF list of a branch's CPNE, from 2015 to 2018 (former L. 6323-16 C. trav.).</summary>
public sealed record CpfListing(Idcc Branch, ValidityPeriod Period);
