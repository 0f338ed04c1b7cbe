using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Accounts;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<KeptForm>,
    IEntityTypeConfiguration<IdentityUserClaim<int>>, IEntityTypeConfiguration<IdentityUserLogin<int>>, IEntityTypeConfiguration<IdentityUserToken<int>>,
    IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Property(person => person.Name).HasMaxLength(Person.MaxNameLength);
        builder.Property(person => person.Language).HasDefaultValue(Language.French);
        builder.Property(person => person.CalendarKey).HasMaxLength(64);
        builder.HasIndex(person => person.CalendarKey).IsUnique();
        builder.HasIndex(person => person.NormalizedEmail).HasDatabaseName("ix_people_email").IsUnique();
        builder.Ignore(person => person.Committees);
        builder.OwnsMany(person => person.Grants, grants =>
        {
            grants.ToTable("grants", table => table.HasCheckConstraint("ck_grants_scope", "(committee is not null) = (permission in ('WriteDrafts', 'Review', 'Sign'))"));
            grants.WithOwner().HasForeignKey("PersonId");
            grants.Property<int>("Id");
            grants.HasKey("Id");
            grants.HasOne<BranchCommittee>().WithMany().HasForeignKey(grant => grant.Committee).OnDelete(DeleteBehavior.Restrict);
            grants.HasIndex("PersonId", "Permission", "Committee").HasDatabaseName("ix_grants_once").IsUnique().AreNullsDistinct(false);
        });
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(session => session.KeyDigest);
        builder.Property(session => session.KeyDigest).HasMaxLength(64);
        builder.Property(session => session.Device).HasMaxLength(Session.MaxDeviceLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId);
    }

    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms");
        builder.HasKey(form => new { form.PersonId, form.Path });
        builder.Property(form => form.Path).HasMaxLength(KeptForm.MaxPathLength);
        builder.Property(form => form.Fields).HasColumnType("jsonb");
        builder.HasOne<Person>().WithMany().HasForeignKey(form => form.PersonId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> builder) => builder.ToTable("person_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder) => builder.ToTable("person_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> builder) => builder.ToTable("person_tokens");

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> builder)
    {
        // As the third version of Identity's own schema, which is only built where the site's options are known.
        builder.ToTable("passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(passkey => passkey.UserId).IsRequired();
    }
}
