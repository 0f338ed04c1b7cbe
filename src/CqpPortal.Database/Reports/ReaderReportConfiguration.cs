using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Reports;

internal sealed class ReaderReportConfiguration : IEntityTypeConfiguration<ReaderReport>
{
    public void Configure(EntityTypeBuilder<ReaderReport> builder)
    {
        builder.ToTable("reader_reports");
        builder.Property(report => report.Id).UseIdentityAlwaysColumn();
        builder.Property(report => report.Page).HasMaxLength(ReaderReport.MaxPage);
        builder.Property(report => report.Words).HasMaxLength(ReaderReport.MaxWords);
        builder.Property(report => report.ReplyTo).HasMaxLength(ReaderReport.MaxAddress);
        builder.Property(report => report.SettledBy).HasMaxLength(Accounts.Person.MaxNameLength);
        builder.HasOne<Certification>().WithMany().HasForeignKey(report => report.CertificationId).OnDelete(DeleteBehavior.SetNull).HasConstraintName("fk_reader_reports_certification");
        builder.HasIndex(report => report.CertificationId).HasDatabaseName("ix_reader_reports_certification");
        builder.HasIndex(report => report.At).HasFilter("settled_at is null").HasDatabaseName("ix_reader_reports_open");
    }
}
