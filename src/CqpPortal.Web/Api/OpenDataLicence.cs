namespace CqpPortal.Web.Api;

/// <summary>Under which licence the portal's data may be used: the one of the registers that they come from.</summary>
internal static class OpenDataLicence
{
    public const string Name = "Licence Ouverte 2.0 (Etalab)";

    public static readonly Uri Address = new("https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf");
}
