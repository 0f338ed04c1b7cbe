using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>May the CPF pay a training that leads to this certification, and what does the holder pay? Facts that nobody told are null.</summary>
public sealed record CpfQuestion
{
    public required CertificationFacts Certification { get; init; }

    /// <summary>Day of the order on Mon Compte Formation.</summary>
    public required DateOnly OrderedOn { get; init; }

    /// <summary>Day of entry into training, not before the order.</summary>
    public required DateOnly StartsOn { get; init; }

    public Situation Situation { get; init; }

    /// <summary>Code of the one block that is aimed at, as the register writes it.</summary>
    public string? Block { get; init; }

    /// <summary>Branch of the holder's company.</summary>
    public Idcc? Branch { get; init; }

    /// <summary>INSEE code of the region of the workplace, or of residence for a job seeker.</summary>
    public string? Region { get; init; }

    /// <summary>In euros, not negative; as the two below.</summary>
    public decimal? Price { get; init; }

    public decimal? Balance { get; init; }

    public decimal? TopUp { get; init; }

    public TopUpSource? TopUpFrom { get; init; }

    public ProviderFacts? Provider { get; init; }

    /// <summary>Whether the provider declared the blocks of its offer.</summary>
    public bool? BlocksDeclared { get; init; }

    /// <summary>Codes of certifications and blocks that the person holds; empty when they told that they hold none.</summary>
    public IReadOnlyList<string>? Held { get; init; }

    /// <summary>End of the training, or day of the examination.</summary>
    public DateOnly? FinishesOn { get; init; }

    /// <summary>The registration that decides on the day of the order, found once for all conditions.</summary>
    internal Registration? Registration { get; init; }

    internal bool IsActive(Registration registration) => registration.IsActiveOn(OrderedOn) && registration.IsActiveOn(StartsOn);
}
