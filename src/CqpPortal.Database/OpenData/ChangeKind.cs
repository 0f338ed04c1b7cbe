namespace CqpPortal.Database.OpenData;

public enum ChangeKind
{
    /// <summary>New in the portal.</summary>
    Created,

    /// <summary>Some of its fields say something else.</summary>
    Changed,

    /// <summary>Its committees published a new version of its text.</summary>
    Published,

    /// <summary>Its last registration ends within <see cref="ChangeFeed.DaysBeforeEnd"/> days.</summary>
    Expiring,

    /// <summary>Its last registration has ended.</summary>
    Expired,

    /// <summary>Another certification, or a fiche, takes its place.</summary>
    Replaced,

    /// <summary>Its committee abolished it, from the day that it says.</summary>
    Suppressed,
}
