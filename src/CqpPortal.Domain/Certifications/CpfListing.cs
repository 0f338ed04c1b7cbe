using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Certifications;

/// <summary>Presence on a CPF list, from 2015 to 2018 (former L. 6323-6, L. 6323-16 and L. 6323-21 C. trav.).</summary>
public sealed partial class CpfListing
{
    public const int RegionLength = 2;

    /// <summary>The regions that were joined on 1 January 2016, by the code of the one that they became.</summary>
    private static readonly Dictionary<string, string[]> Joined = new()
    {
        ["27"] = ["26", "43"],
        ["28"] = ["23", "25"],
        ["32"] = ["22", "31"],
        ["44"] = ["21", "41", "42"],
        ["75"] = ["54", "72", "74"],
        ["76"] = ["73", "91"],
        ["84"] = ["82", "83"],
    };

    private static readonly DateOnly Began = new(2015, 1, 1);
    private static readonly DateOnly Ended = new(2018, 12, 31);

    /// <summary>On the list of a branch.</summary>
    public CpfListing(Idcc branch, DateOnly listedFrom, DateOnly listedUntil)
        : this(CpfListScope.Branch, listedFrom, listedUntil)
    {
        ArgumentNullException.ThrowIfNull(branch);
        Branch = branch;
    }

    private CpfListing(CpfListScope scope, DateOnly listedFrom, DateOnly listedUntil)
    {
        _ = new ValidityPeriod(listedFrom, listedUntil);
        if (listedFrom < Began || listedUntil > Ended)
            throw new ArgumentException($"Lists existed from {Began:O} to {Ended:O} only.", nameof(listedFrom));
        Scope = scope;
        ListedFrom = listedFrom;
        ListedUntil = listedUntil;
    }

    private CpfListing()
    {
    }

    public CpfListScope Scope { get; private set; }

    /// <summary>Whose list it is, where a branch's.</summary>
    public Idcc? Branch { get; private set; }

    /// <summary>INSEE code of the region, where a region's: of those before 2016 too.</summary>
    public string? Region { get; private set; }

    public DateOnly ListedFrom { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly ListedUntil { get; private set; }

    public static CpfListing National(DateOnly listedFrom, DateOnly listedUntil) => new(CpfListScope.National, listedFrom, listedUntil);

    /// <exception cref="ArgumentException">The region is no INSEE code.</exception>
    public static CpfListing Regional(string region, DateOnly listedFrom, DateOnly listedUntil) => IsRegion(region)
        ? new CpfListing(CpfListScope.Regional, listedFrom, listedUntil) { Region = region }
        : throw new ArgumentException($"'{region}' is no region: write its INSEE code, two digits such as 84.", nameof(region));

    /// <summary>Whether a text can be the INSEE code of a region.</summary>
    public static bool IsRegion(string? text) => text is not null && RegionCode().IsMatch(text);

    public bool HoldsOn(DateOnly day) => ListedFrom <= day && day <= ListedUntil;

    /// <summary>
    /// Whether it is a list for somebody of that branch and region; null where that depends on what is not told: the branch, the region, or
    /// which of the regions of before 2016 it was.
    /// </summary>
    public bool? Concerns(Idcc? branch, string? region) => Scope switch
    {
        CpfListScope.National => true,
        CpfListScope.Regional => !IsRegion(region) || Holds(region!, Region!) ? null : region == Region || Holds(Region!, region!),
        _ => branch is null ? null : branch == Branch,
    };

    private static bool Holds(string region, string former) => Joined.TryGetValue(region, out var joined) && joined.Contains(former);

    [GeneratedRegex(@"^[0-9][0-9AB]\z")]
    private static partial Regex RegionCode();
}
