using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Search;

internal sealed class SearchConfiguration : IEntityTypeConfiguration<SearchDocument>, IEntityTypeConfiguration<SearchWord>
{
    /// <summary>
    /// The French configuration of PostgreSQL with accents removed before stemming, and the two functions that prepare text for it:
    /// slashes, apostrophes and hyphens part words, for job names are written "soudeur/soudeuse" or "soudeur-chaudronnier".
    /// </summary>
    internal const string TextSearch =
        """
        create text search configuration portal_french (copy = french);
        alter text search configuration portal_french
            alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, french_stem;
        create text search configuration portal_simple (copy = simple);
        alter text search configuration portal_simple
            alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with unaccent, simple;
        create function portal_words(text) returns text language sql immutable parallel safe
            return translate(replace(replace(lower($1), 'œ', 'oe'), 'æ', 'ae'), '/’''`()[]«».,;:-–—·+&_@#*', '                        ');
        create function portal_vector(text) returns tsvector language sql immutable parallel safe
            return to_tsvector('portal_french'::regconfig, portal_words(coalesce($1, '')));
        """;

    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("search_documents");
        builder.HasKey(document => document.CertificationId);
        builder.Property(document => document.CertificationId).ValueGeneratedNever();
        builder.HasOne<Certification>().WithOne().HasForeignKey<SearchDocument>(document => document.CertificationId);
        builder.HasIndex(document => document.Head).HasMethod("gin");
        builder.HasIndex(document => document.Whole).HasMethod("gin");
        builder.HasIndex(document => new { document.SortTitle, document.CertificationId });
        builder.HasIndex(document => new { document.LastDay, document.SortTitle, document.CertificationId });
        builder.HasIndex(document => document.Branches).HasMethod("gin");
        builder.HasIndex(document => document.Domains).HasMethod("gin");
        builder.Property(document => document.SortTitle).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("search_words");
        builder.HasKey(word => word.Word);
        builder.Property(word => word.Word).UseCollation("C");
        builder.HasIndex(word => word.Lexeme);
    }
}
