using System.Diagnostics.CodeAnalysis;

namespace CqpPortal.Domain.Access;

/// <summary>What a person may do: the first three for one committee at a time, the others for the whole portal.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The word of the field, not the type of .NET's abandoned code access security.")]
public enum Permission
{
    /// <summary>Write the drafts of the committee's certifications and record their dated facts.</summary>
    WriteDrafts,

    /// <summary>Comment on drafts and send them on to signature or back to their author.</summary>
    Review,

    /// <summary>Sign for the committee, publish what every owner has signed, and abolish.</summary>
    Sign,

    /// <summary>Add dated versions of eligibility rules.</summary>
    EditRules,

    /// <summary>Import the registers, and say which of their fiches are CQP.</summary>
    RunImports,

    /// <summary>People, permissions, committees, mails and the audit log.</summary>
    Administer,
}
