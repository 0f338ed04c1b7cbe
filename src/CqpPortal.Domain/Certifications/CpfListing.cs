using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Certifications;

/// <summary>Presence on the CPF list of a branch's CPNE, from 2015 to 2018 (former L. 6323-16 C. trav.).</summary>
public sealed class CpfListing
{
    private static readonly DateOnly Began = new(2015, 1, 1);
    private static readonly DateOnly Ended = new(2018, 12, 31);

    public CpfListing(Idcc branch, DateOnly listedFrom, DateOnly listedUntil)
    {
        ArgumentNullException.ThrowIfNull(branch);
        _ = new ValidityPeriod(listedFrom, listedUntil);
        if (listedFrom < Began || listedUntil > Ended)
            throw new ArgumentException($"Lists existed from {Began:O} to {Ended:O} only.", nameof(listedFrom));
        Branch = branch;
        ListedFrom = listedFrom;
        ListedUntil = listedUntil;
    }

    public Idcc Branch { get; private set; }

    public DateOnly ListedFrom { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly ListedUntil { get; private set; }
}
