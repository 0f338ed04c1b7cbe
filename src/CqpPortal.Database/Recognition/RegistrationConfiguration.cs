using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Recognition;

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("registrations", table =>
        {
            table.HasCheckConstraint("ck_registrations_number", "number ~ '^(RNCP|RS)[1-9][0-9]{0,4}$'");
            table.HasCheckConstraint("ck_registrations_level", "level between 1 and 8 and (level is null or number like 'RNCP%')");
            table.HasCheckConstraint("ck_registrations_withdrawal", "withdrawn_on between coalesce(published_on, effect_on, decided_on, withdrawn_on) and ends_on");
            table.HasCheckConstraint("ck_registrations_dates",
                "published_on >= decided_on and ends_on >= coalesce(published_on, effect_on, decided_on) and delivery_deadline >= ends_on");
        });
        builder.HasIndex(registration => registration.Number).IsUnique();
        builder.Ignore(registration => registration.Suspensions);
        builder.Property<List<ValidityPeriod>>("_suspensions").HasColumnName("suspensions").HasColumnType("datemultirange")
            .HasConversion<PeriodsConverter>(PeriodsConverter.Comparer).HasDefaultValueSql("'{}'::datemultirange");
        // Whether all its partners are known, none included: only then is a provider that is not among them refused.
        builder.Property<bool>("PartnersKnown").HasDefaultValue(false);
        builder.OwnsMany(registration => registration.Blocks, blocks =>
        {
            blocks.ToTable("registered_blocks");
            blocks.WithOwner().HasForeignKey("RegistrationId");
            blocks.HasKey("RegistrationId", nameof(RegisteredBlock.Code));
            blocks.Property(block => block.Code).HasMaxLength(RegisteredBlock.MaxCodeLength);
            blocks.HasIndex(block => block.Code);
        });
    }
}
