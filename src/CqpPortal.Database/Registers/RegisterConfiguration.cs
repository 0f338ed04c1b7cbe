using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Registers;

internal sealed class RegisterConfiguration : IEntityTypeConfiguration<RegisterFiche>, IEntityTypeConfiguration<RegisterDrop>
{
    public void Configure(EntityTypeBuilder<RegisterFiche> builder)
    {
        builder.ToTable("register_fiches");
        builder.HasKey(fiche => new { fiche.Number, fiche.Format });
        builder.Property(fiche => fiche.Document).HasColumnType("jsonb");
        builder.Property(fiche => fiche.Words).HasComputedColumnSql("portal_vector(title)", stored: true);
        builder.HasIndex(fiche => fiche.Words).HasMethod("gin");
    }

    public void Configure(EntityTypeBuilder<RegisterDrop> builder)
    {
        builder.ToTable("register_drops");
        builder.HasKey(drop => new { drop.Register, drop.Format });
    }
}
