namespace CqpPortal.Web.Pages.Registres;

/// <summary>A fiche that another one names.</summary>
/// <param name="Written">As the register writes it, number or not.</param>
/// <param name="Address">Its page here, else the register's own; null where it is no number.</param>
public sealed record RelatedNumber(string Written, string? Address);
