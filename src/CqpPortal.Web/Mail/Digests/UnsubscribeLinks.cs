using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>Addresses that switch one person's digest off without a sign-in, and do nothing else.</summary>
internal sealed class UnsubscribeLinks(IDataProtectionProvider protection)
{
    public const string Path = "/desabonnement";

    private readonly IDataProtector _protector = protection.CreateProtector("digest");

    public string PathFor(int personId) => $"{Path}/{_protector.Protect(personId.ToString(CultureInfo.InvariantCulture))}";

    /// <returns>The person's identifier; null for what this portal did not write.</returns>
    public int? Read(string token)
    {
        try
        {
            return int.Parse(_protector.Unprotect(token), CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
