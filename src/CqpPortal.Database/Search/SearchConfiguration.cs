using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Search;

internal sealed class SearchConfiguration : IEntityTypeConfiguration<SearchDocument>, IEntityTypeConfiguration<SearchWord>
{
    /// <summary>
    /// The French configuration of PostgreSQL with accents removed before stemming, and the two functions that prepare text for it:
    /// slashes, apostrophes and hyphens part words, for job names are written "soudeur/soudeuse" or "soudeur-chaudronnier". No text is read
    /// beyond its first 100,000 characters: PostgreSQL refuses a vector of more than a megabyte.
    /// Like the two below, part of the first migration: a change is a migration of its own.
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
            return to_tsvector('portal_french'::regconfig, portal_words(left(coalesce($1, ''), 100000)));
        """;

    /// <summary>
    /// Where the words stand is said without reading the texts anew. The model does not know these columns: a page that shows the frameworks
    /// would load them.
    /// </summary>
    internal const string WordsOfFrameworks =
        """
        alter table activities add column words tsvector not null generated always as (portal_vector(title || coalesce(' : ' || description, ''))) stored;
        alter table skills add column words tsvector not null generated always as (portal_vector(title)) stored;
        """;

    /// <summary>
    /// A search reads thousands of rows: what it only asks an index about is kept out of them, and not compressed, for words hardly
    /// compress.
    /// </summary>
    internal const string NarrowRows =
        """
        alter table search_documents set (toast_tuple_target = 256);
        alter table search_documents
            alter column since set storage main, alter column states set storage main, alter column facets set storage main,
            alter column sort_title set storage main, alter column title_words set storage main, alter column tags set storage main,
            alter column job_words set storage external, alter column skill_words set storage external, alter column all_words set storage external;
        """;

    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("search_documents");
        builder.HasKey(document => document.CertificationId);
        builder.Property(document => document.CertificationId).ValueGeneratedNever();
        builder.HasOne<Certification>().WithOne().HasForeignKey<SearchDocument>(document => document.CertificationId);
        builder.HasIndex(document => document.TitleWords).HasMethod("gin");
        builder.HasIndex(document => document.JobWords).HasMethod("gin");
        builder.HasIndex(document => document.SkillWords).HasMethod("gin");
        builder.HasIndex(document => document.AllWords).HasMethod("gin");
        builder.HasIndex(document => document.Tags).HasMethod("gin");
        builder.HasIndex(document => new { document.SortTitle, document.CertificationId });
        builder.HasIndex(document => new { document.LastDay, document.SortTitle, document.CertificationId });
        builder.Property(document => document.SortTitle).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("search_words");
        builder.HasKey(word => word.Word);
        builder.Property(word => word.Word).UseCollation("C");
    }
}
