using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Mail;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("outgoing_mails");
        builder.Property(mail => mail.Id).UseIdentityAlwaysColumn();
        builder.Property(mail => mail.To).HasMaxLength(254);
        builder.Property(mail => mail.Subject).HasMaxLength(300);
        builder.Property(mail => mail.LastRefusal).HasMaxLength(OutgoingMail.MaxRefusalLength);
        builder.Property(mail => mail.UnsubscribeAddress).HasMaxLength(2000);
        builder.HasIndex(mail => mail.NextAttemptAt).HasFilter("sent_at is null and given_up_at is null").HasDatabaseName("ix_outgoing_mails_waiting");
    }
}
