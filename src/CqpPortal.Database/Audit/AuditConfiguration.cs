using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Audit;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditLine>
{
    public void Configure(EntityTypeBuilder<AuditLine> builder)
    {
        builder.ToTable("audit_log");
        builder.Property(line => line.Id).UseIdentityAlwaysColumn();
        builder.Property(line => line.Subject).HasMaxLength(AuditLine.MaxTextLength);
        builder.Property(line => line.Details).HasMaxLength(AuditLine.MaxTextLength);
        builder.Property(line => line.PersonName).HasMaxLength(Accounts.Person.MaxNameLength);
        builder.Property(line => line.Committee).HasMaxLength(80);
        // No foreign key: a line outlives whatever it speaks of.
        builder.HasIndex(line => new { line.At, line.Id }).IsDescending();
        builder.HasIndex(line => new { line.EntryId, line.Id });
        builder.HasIndex(line => new { line.PersonId, line.Id });
        builder.HasIndex(line => new { line.Committee, line.Id });
    }
}
