namespace CqpPortal.Domain.Records;

/// <summary>How far an application to France compétences is.</summary>
public enum ApplicationState
{
    DraftFile,

    /// <summary>Sent by the on-line procedure.</summary>
    Submitted,

    Inadmissible,
    UnderReview,

    /// <summary>The commission's opinion.</summary>
    Favourable,

    /// <summary>The commission asks for more: the file is sent again.</summary>
    Adjourned,

    /// <summary>The commission's opinion.</summary>
    Unfavourable,

    Registered,
}
