using CqpPortal.Database.Search;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The page of what a code names.</summary>
internal static class CodeAddress
{
    public static string Of(CodeMatch match) =>
        match.Slug is null ? $"/registres/{match.Fiche}" : $"/certifications/{match.Slug}" + (match.Block is null ? "" : "#referentiels");
}
