using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Access;

/// <summary>The secret in the address of a preview that asks for no account.</summary>
internal static class PreviewKey
{
    public const string Path = "/apercu";

    private const int Bytes = 24;

    /// <summary>A key that nobody can guess: 192 bits.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it: a copy of the table opens nothing.</summary>
    public static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
