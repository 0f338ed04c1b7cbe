using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Editing;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>, IEntityTypeConfiguration<DraftRevision>, IEntityTypeConfiguration<EntryVersion>,
    IEntityTypeConfiguration<FieldComment>, IEntityTypeConfiguration<SetAsideDraft>, IEntityTypeConfiguration<PreviewLink>, IEntityTypeConfiguration<Presence>
{
    private const int DigestLength = 64;

    private const int MaxPathLength = 100;

    /// <summary>Applications are replaced as a whole, never changed in place.</summary>
    private static readonly ValueComparer<IReadOnlyList<RegistrationApplication>> Replaced = new((one, other) => ReferenceEquals(one, other), list => list.Count, list => list);

    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("entries");
        builder.HasOne(entry => entry.Certification).WithOne().HasForeignKey<Entry>("CertificationId").OnDelete(DeleteBehavior.Restrict);
        builder.Property(entry => entry.Title).HasMaxLength(Certification.MaxTitleLength);
        builder.Property(entry => entry.DraftDigest).HasMaxLength(DigestLength);
        builder.Property(entry => entry.ChangedBy).HasMaxLength(Person.MaxNameLength);
        builder.PrimitiveCollection(entry => entry.Committees).HasField("_committees");
        builder.HasIndex(entry => entry.Committees).HasMethod("gin");
        builder.PrimitiveCollection(entry => entry.Signing);
        builder.Property<uint>("Version").IsRowVersion();
        builder.Ignore(entry => entry.Missing);
        builder.Ignore(entry => entry.Facts);
        builder.Property(entry => entry.Records).HasConversion<DatedRecordsConverter>().HasColumnType("jsonb").HasDefaultValueSql("'{}'::jsonb");
        builder.Property(entry => entry.Applications).HasConversion(new ApplicationsConverter(), Replaced).HasColumnType("jsonb").HasDefaultValueSql("'[]'::jsonb");
        builder.OwnsMany(entry => entry.Signatures, signatures =>
        {
            signatures.ToTable("signatures");
            signatures.WithOwner().HasForeignKey("EntryId");
            signatures.HasKey(signature => signature.Id);
            signatures.Property(signature => signature.Committee).HasMaxLength(80);
            signatures.Property(signature => signature.Digest).HasMaxLength(DigestLength);
            signatures.Property(signature => signature.PersonName).HasMaxLength(Person.MaxNameLength);
            signatures.Property(signature => signature.WithdrawnBecause).HasMaxLength(Signature.MaxReasonLength);
            signatures.HasOne<Person>().WithMany().HasForeignKey(signature => signature.PersonId).OnDelete(DeleteBehavior.Restrict);
            signatures.HasOne<BranchCommittee>().WithMany().HasForeignKey(signature => signature.Committee).OnDelete(DeleteBehavior.Restrict);
            signatures.HasIndex("EntryId", nameof(Signature.Committee), nameof(Signature.Digest)).HasDatabaseName("ix_signatures_once").IsUnique().HasFilter("withdrawn_at is null");
        });
    }

    public void Configure(EntityTypeBuilder<DraftRevision> builder)
    {
        builder.ToTable("draft_revisions");
        builder.HasKey(revision => new { revision.EntryId, revision.Revision });
        builder.Property(revision => revision.Text).HasConversion<EntryTextConverter>().HasColumnType("jsonb");
        builder.Property(revision => revision.PersonName).HasMaxLength(Person.MaxNameLength);
        builder.HasOne<Entry>().WithMany().HasForeignKey(revision => revision.EntryId);
    }

    public void Configure(EntityTypeBuilder<EntryVersion> builder)
    {
        builder.ToTable("entry_versions");
        builder.HasKey(version => new { version.EntryId, version.Number });
        builder.Property(version => version.Text).HasConversion<EntryTextConverter>().HasColumnType("jsonb");
        builder.Property(version => version.Digest).HasMaxLength(DigestLength);
        builder.Property(version => version.PersonName).HasMaxLength(Person.MaxNameLength);
        builder.Property(version => version.Reason).HasMaxLength(EntryVersion.MaxReasonLength);
        builder.HasOne<Entry>().WithMany().HasForeignKey(version => version.EntryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FieldComment> builder)
    {
        builder.ToTable("field_comments");
        builder.Property(comment => comment.Path).HasMaxLength(MaxPathLength);
        builder.Property(comment => comment.Text).HasMaxLength(FieldComment.MaxTextLength);
        builder.Property(comment => comment.PersonName).HasMaxLength(Person.MaxNameLength);
        builder.Property(comment => comment.ResolvedBy).HasMaxLength(Person.MaxNameLength);
        builder.HasOne<Entry>().WithMany().HasForeignKey(comment => comment.EntryId);
    }

    public void Configure(EntityTypeBuilder<SetAsideDraft> builder)
    {
        builder.ToTable("set_aside_drafts");
        builder.Property(draft => draft.Start).HasConversion<EntryTextConverter>().HasColumnType("jsonb");
        builder.Property(draft => draft.Text).HasConversion<EntryTextConverter>().HasColumnType("jsonb");
        builder.HasOne<Entry>().WithMany().HasForeignKey(draft => draft.EntryId);
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.PersonId);
        builder.HasIndex(draft => new { draft.PersonId, draft.EntryId }).HasFilter("settled_at is null").HasDatabaseName("ix_set_aside_drafts_open");
    }

    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("preview_links");
        builder.HasKey(link => link.KeyDigest);
        builder.Property(link => link.KeyDigest).HasMaxLength(DigestLength);
        builder.Property(link => link.PersonName).HasMaxLength(Person.MaxNameLength);
        builder.HasOne<Entry>().WithMany().HasForeignKey(link => link.EntryId);
    }

    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("presences");
        builder.HasKey(presence => new { presence.EntryId, presence.PersonId });
        builder.Property(presence => presence.PersonName).HasMaxLength(Person.MaxNameLength);
        builder.HasOne<Entry>().WithMany().HasForeignKey(presence => presence.EntryId);
        builder.HasOne<Person>().WithMany().HasForeignKey(presence => presence.PersonId);
    }
}
