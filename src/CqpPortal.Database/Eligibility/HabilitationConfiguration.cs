using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Eligibility;

internal sealed class HabilitationConfiguration : IEntityTypeConfiguration<StoredHabilitation>
{
    public void Configure(EntityTypeBuilder<StoredHabilitation> builder)
    {
        builder.ToTable("habilitations", table =>
        {
            table.HasCheckConstraint("ck_habilitations_siret", "siret ~ '^[0-9]{14}$'");
            table.HasCheckConstraint("ck_habilitations_period", "active_until >= active_from and (active_until is null or active_from is not null)");
        });
        builder.Property(habilitation => habilitation.Siret).HasMaxLength(Siret.Length);
        builder.HasOne<Registration>().WithMany().HasForeignKey(habilitation => habilitation.RegistrationId);
        builder.HasIndex(habilitation => new { habilitation.RegistrationId, habilitation.Siret });
    }
}
