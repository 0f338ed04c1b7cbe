using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;

namespace CqpPortal.Web.Access;

/// <summary>Lines of the audit log on accounts.</summary>
internal static class Audited
{
    extension(Person person)
    {
        /// <summary>What the person did, for the log.</summary>
        /// <param name="subject">In French, what it was done to; the person's own account when null.</param>
        public AuditLine Did(AuditAction action, DateTimeOffset at, string? subject = null, string? details = null) => new()
        {
            Action = action,
            At = at,
            PersonId = person.Id,
            PersonName = person.Name,
            Subject = AuditLine.Cut(subject ?? $"{person.Name} ({person.Email})")!,
            Details = AuditLine.Cut(details),
        };
    }
}
