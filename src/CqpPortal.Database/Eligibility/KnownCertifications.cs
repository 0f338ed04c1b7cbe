using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Eligibility;

/// <summary>Certifications by what people type, kept for a second so that many questions on one cost one reading.</summary>
public sealed class KnownCertifications
{
    public ValueTask<AskedCertification?> GetAsync(string typed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<CodeSuggestion>> SuggestAsync(string typed, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Habilitation>?> HabilitationsAsync(RegistryNumber number, string siret, CancellationToken cancellationToken) => throw new NotSupportedException();
}
