using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;

namespace CqpPortal.Domain.Eligibility.Cases;

/// <summary>A worked case of the portal's rules: a question about a made-up certification, and the answer that the law gives. One of the four questions is there.</summary>
public sealed record TextbookCase
{
    /// <summary>Its number among the worked cases; a letter tells its variants.</summary>
    public required string Id { get; init; }

    /// <summary>In French, what it shows.</summary>
    public required string Title { get; init; }

    /// <summary>In French, what its certification is.</summary>
    public required string Certification { get; init; }

    public CpfQuestion? Cpf { get; init; }

    public VaeQuestion? Vae { get; init; }

    public WaysQuestion? Ways { get; init; }

    /// <summary>The way that <see cref="Ways"/> asks about.</summary>
    public Way? Way { get; init; }

    public WorthQuestion? Worth { get; init; }

    /// <summary>Of CPF, VAE and ways.</summary>
    public Verdict? Expected { get; init; }

    /// <summary>Of worth.</summary>
    public ExpectedWorth? ExpectedWorth { get; init; }
}

/// <param name="InBranch">Whether the branch asked about recognises it; null where none is.</param>
/// <param name="Level">Null where it gives none.</param>
public sealed record ExpectedWorth(RecognisedIn RecognisedIn, bool? InBranch = null, int? Level = null);
