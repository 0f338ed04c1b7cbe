namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>What must be corrected, by line and column.</summary>
internal sealed record ImportFault(int Line, string Column, string Message);
