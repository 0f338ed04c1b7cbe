using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Eligibility;

internal sealed class ProofConfiguration : IEntityTypeConfiguration<Proof>
{
    /// <summary>What was once said stays said, whoever asks. Part of a migration: a change is a migration of its own.</summary>
    internal const string NeverChanged =
        """
        create function refuse_changed_proofs() returns trigger language plpgsql as $$
        begin
            raise exception 'A proof is never changed: make another one.' using errcode = 'restrict_violation', constraint = 'tr_proofs_never_changed';
        end $$;
        create trigger tr_proofs_never_changed before update on proofs for each row execute function refuse_changed_proofs();
        """;

    internal const string MayBeChanged = "drop trigger tr_proofs_never_changed on proofs; drop function refuse_changed_proofs();";

    public void Configure(EntityTypeBuilder<Proof> builder)
    {
        builder.ToTable("proofs");
        builder.HasKey(proof => proof.Code);
        builder.Property(proof => proof.Code).HasConversion(code => code.ToString(), text => ProofCode.Parse(text, null)).HasMaxLength(ProofCode.Length + 1);
        builder.Property(proof => proof.Kind).HasMaxLength(20);
        // As text: jsonb would put the names in another order, and a proof is opened as it was made.
        builder.Property(proof => proof.French).HasColumnType("json");
        builder.Property(proof => proof.English).HasColumnType("json");
    }
}
