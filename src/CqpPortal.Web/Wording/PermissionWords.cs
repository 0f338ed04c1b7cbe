using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Html;

namespace CqpPortal.Web.Wording;

/// <summary>Permissions as people speak of them.</summary>
internal static class PermissionWords
{
    extension(Permission permission)
    {
        public string InWords() => permission switch
        {
            Permission.WriteDrafts => Say("Écrire les brouillons"),
            Permission.Review => Say("Relire"),
            Permission.Sign => Say("Signer"),
            Permission.EditRules => Say("Modifier les règles"),
            Permission.RunImports => Say("Lancer les imports"),
            _ => Say("Administrer"),
        };
    }

    public static IReadOnlyList<Permission> OfCommittees { get; } = [.. Enum.GetValues<Permission>().Where(Grant.IsOfCommittee)];

    public static IReadOnlyList<Permission> OfPortal { get; } = [.. Enum.GetValues<Permission>().Where(permission => !Grant.IsOfCommittee(permission))];

    /// <summary>All that somebody may do, in one sentence a committee.</summary>
    public static IEnumerable<string> Of(IEnumerable<Grant> grants, IReadOnlyDictionary<string, string> committees) =>
        ByCommittee(grants, committees).Select(line => Say($"{line.Committee ?? Say("Tout le portail")} : {line.Allowed}"));

    /// <summary>The same for a page: names of committees are French on any.</summary>
    public static IEnumerable<IHtmlContent> Shown(IEnumerable<Grant> grants, IReadOnlyDictionary<string, string> committees) => ByCommittee(grants, committees)
        .Select(line => line.Committee is null ? SayHtml($"{Say("Tout le portail")} : {line.Allowed}") : SayHtml($"<span lang=\"fr\">{line.Committee}</span> : {line.Allowed}"));

    private static IEnumerable<(string? Committee, string Allowed)> ByCommittee(IEnumerable<Grant> grants, IReadOnlyDictionary<string, string> committees) => grants
        .GroupBy(grant => grant.Committee).OrderBy(group => group.Key is null ? "" : committees.GetValueOrDefault(group.Key, group.Key), StringComparer.Create(Written.Culture, false))
        .Select(group => (group.Key is null ? null : committees.GetValueOrDefault(group.Key, group.Key),
            string.Join(", ", group.Select(grant => grant.Permission).Order().Select(permission => permission.InWords().ToLower(Written.Culture)))));
}
