using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.OpenData;

internal sealed class OpenDataConfiguration : IEntityTypeConfiguration<PublicDocument>, IEntityTypeConfiguration<CatalogueChange>
{
    /// <summary>
    /// Numbers the changes of a transaction when it is committed. Whoever commits holds the row of the feed until that is done, so numbers follow each
    /// other in the order of the commits, and an undone transaction leaves no gap. Part of a migration: a change is a migration of its own.
    /// </summary>
    internal const string Numbering =
        """
        create table change_feed (is_only boolean primary key default true check (is_only), last_number bigint not null, last_day date);
        insert into change_feed (last_number) values (0);
        create function number_changes() returns trigger language plpgsql as $$
        declare
            first bigint;
            mine bigint;
        begin
            -- All of the transaction at the first of them; those of others are numbered or not to be seen.
            perform from catalogue_changes where id = new.id and number is null;
            if not found then return null; end if;
            select count(*) into mine from catalogue_changes where number is null;
            update change_feed set last_number = last_number + mine returning last_number - mine into first;
            update catalogue_changes c set number = first + x.place, recorded_at = clock_timestamp()
            from (select id, row_number() over (order by id) as place from catalogue_changes where number is null) x where x.id = c.id;
            return null;
        end $$;
        create constraint trigger tr_catalogue_changes_number after insert on catalogue_changes
            deferrable initially deferred for each row execute function number_changes();
        """;

    internal const string WithoutNumbering = "drop function number_changes() cascade; drop table change_feed;";

    public void Configure(EntityTypeBuilder<PublicDocument> builder)
    {
        builder.ToTable("public_documents");
        builder.HasKey(document => document.CertificationId);
        builder.Property(document => document.CertificationId).ValueGeneratedNever();
        builder.HasOne<Certification>().WithOne().HasForeignKey<PublicDocument>(document => document.CertificationId);
        // As it was written: a jsonb would sort its names.
        builder.Property(document => document.Document).HasColumnType("json");
    }

    public void Configure(EntityTypeBuilder<CatalogueChange> builder)
    {
        builder.ToTable("catalogue_changes");
        builder.HasOne<Certification>().WithMany().HasForeignKey(change => change.CertificationId);
        builder.HasIndex(change => change.Number).IsUnique();
        builder.HasIndex(change => new { change.CertificationId, change.Number });
        // What a transaction has still to number.
        builder.HasIndex(change => change.Id).HasFilter("number is null").HasDatabaseName("ix_catalogue_changes_unnumbered");
        builder.PrimitiveCollection(change => change.Fields);
        builder.Property(change => change.RecordedAt).HasDefaultValueSql("now()");
    }
}
