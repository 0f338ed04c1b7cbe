using System.Net;
using System.Text.RegularExpressions;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

/// <summary>Who may open what: one line a page or endpoint, walked over HTTP by each role. An endpoint without a line fails.</summary>
public sealed partial class AccessMatrixTests(PostgresServer server) : IAsyncLifetime
{
    private const string Own = "cpne-3248";
    private const string Foreign = "cpne-0016";

    /// <summary>Values for the holes in addresses. A line may give its own instead: <c>new("espace-cpne/x/{id:int}", Staff, ("id", "7"))</c>.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["id"] = "999999",
        ["slug"] = "soudeur-chaudronnier-d-atelier",
        ["code"] = "RNCP99002",
        ["number"] = "RNCP99002",
        ["key"] = "0123456789abcdef0123456789abcdef",
    };

    /// <summary>The table. Public: everybody. Staff: whoever is signed in. A permission: its holders alone. OfEntry: its holders for the committee that owns the sample.</summary>
    private static readonly Line[] Lines =
    [
        .. Public("", "certifications", "certifications/{slug}", "chiffres", "chiffres/{name}.csv", "cpf", "cpf/a-temps", "cpf/lot", "vae", "parcours", "reconnu", "regles", "registres/{number}", "preuve", "preuve/{code}", "erreur"),
        .. Public("guide", "glossaire", "comparer", "ma-liste", "mon-projet", "mon-projet/ce-que-je-sais-faire", "signaler", "contact", "accessibilite", "mentions-legales", "confidentialite"),
        .. Public("cpf/lot/{id}/{handler:regex(^(avancement|fichier|effacer)$)?}"),
        .. Public("api/v1/certifications/{id}", "api/v1/certifications/{id}/frameworks", "api/v1/registrations", "api/v1/registrations/{number}", "api/v1/branches", "api/v1/branches/{idcc}", "api/v1/registers", "api/v1/registers/{number}", "api/v1/changes", "openapi/v1.json"),
        .. Public("api/v1/certifications", "api/v1/eligibility/cpf", "api/v1/eligibility/vae", "api/v1/eligibility/routes", "api/v1/eligibility/proofs", "api/v1/eligibility/cpf/batch", "api/v1/recognition"),
        .. Public("connexion", "connexion/second-facteur", "connexion/code-de-secours", "connexion/mot-de-passe-oublie", "connexion/nouveau-mot-de-passe", "connexion/externe", "invitation", "deconnexion"),
        .. Public("health/live", "health/ready"),
        new("espace-cpne", Who.Staff) { Write = Who.AnyWriter },
        new("espace-cpne/compte", Who.Staff),
        new("espace-cpne/compte/second-facteur", Who.Staff),
        new("espace-cpne/compte/codes-de-secours", Who.Staff),
        new("espace-cpne/texte-garde", Who.Staff),
        new("espace-cpne/personnes", Who.Administrators),
        new("espace-cpne/personnes/{id:int}", Who.Administrators),
        .. Public("apercu/{key}", "certifications/{slug}/versions", "desabonnement/{token}", "espace-cpne/calendrier/{key}.ics"),
        new("espace-cpne/compte/courriels", Who.Staff),
        new("espace-cpne/courriels", Who.Administrators),
        new("espace-cpne/commissions", Who.Administrators),
        new("espace-cpne/commissions/{key}", Who.Administrators, ("key", Own)),
        new("espace-cpne/journal", Who.AdministratorsOrAnyCommittee), new("espace-cpne/signalements", Who.AdministratorsOrAnyCommittee),
        new("espace-cpne/regles", Who.RuleEditors) { Handlers = [("Retirer", Who.RuleEditors)] },
        new("espace-cpne/regles/ajouter", Who.RuleEditors),
        new("espace-cpne/registres", Who.ImportOperatorsOrAnyWriter)
        {
            Handlers = [("Confirmer", Who.ImportOperatorsOrAnyWriter), ("Refuser", Who.ImportOperatorsOrAnyWriter), ("Relier", Who.ImportOperatorsOrAnyWriter)],
        },
        new("espace-cpne/registres/contradictions", Who.Staff),
        new("espace-cpne/registres/import", Who.ImportOperators),
        new("espace-cpne/certifications", Who.Staff),
        new("espace-cpne/certifications/creer", Who.Staff) { Write = Who.AnyWriter },
        new("espace-cpne/certifications/exporter", Who.Staff),
        new("espace-cpne/certifications/importer", Who.Staff) { Write = Who.AnyWriter },
        new("espace-cpne/certifications/{id:int}/presentation", Who.Committee, Entry) { Write = Who.Writers },
        new("espace-cpne/certifications/{id:int}/referentiels", Who.Committee, Entry) { Write = Who.Writers },
        new("espace-cpne/certifications/{id:int}/conflit/{aside:int}", Who.Committee, Entry, ("aside", "999999")) { Write = Who.Writers },
        new("espace-cpne/certifications/{id:int}/faits", Who.Committee, Entry),
        new("espace-cpne/certifications/{id:int}/faits/{what}", Who.Committee, Entry, ("what", "decision")) { Write = Who.Writers },
        new("espace-cpne/certifications/{id:int}/faits/{what}", Who.Committee, Entry, ("what", "suppression")) { Write = Who.Signers },
        new("espace-cpne/certifications/{id:int}/contradictions/{fact}", Who.Committee, Entry, ("fact", "Title")) { Write = Who.Writers },
        new("espace-cpne/certifications/{id:int}/historique", Who.Committee, Entry) { Write = Who.WritersOrReviewers },
        new("espace-cpne/certifications/{id:int}/apercu", Who.Committee, Entry) { Write = Who.WritersOrSigners, Handlers = [("End", Who.WritersOrSigners)] },
        new("espace-cpne/certifications/{id:int}/relecture", Who.Committee, Entry)
        {
            Write = Who.Signers,
            Handlers =
            [
                ("Submit", Who.Writers), ("TakeBack", Who.WritersOrReviewers), ("Comment", Who.Reviewers), ("Answer", Who.WritersOrReviewers), ("Resolve", Who.WritersOrReviewers),
                ($"Sign&Committee={Own}", Who.Signers), ($"Withdraw&Committee={Own}", Who.Signers), ("Publish", Who.Signers),
            ],
        },
    ];

    /// <summary>The first entry that the walk opens, which <see cref="Own"/> owns.</summary>
    private static (string Name, string Value) Entry => ("id", "1");


    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    /// <summary>Who may. Where the answer depends on the entry, its committee is the one of the sample.</summary>
    private enum Who
    {
        Everybody,
        Staff,
        RuleEditors,
        ImportOperators,
        Administrators,
        Writers,
        Reviewers,
        Signers,
        WritersOrReviewers,
        WritersOrSigners,
        AnyWriter,
        AdministratorsOrAnyCommittee,
        ImportOperatorsOrAnyWriter,

        /// <summary>Whoever has any permission for the committee that owns the entry.</summary>
        Committee,
    }

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        await using var database = _data.CreateContext();
        var welder = await database.Certifications.Where(row => row.Slug == Samples["slug"]).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
        var entry = await EntryOpening.ForAsync(database, welder, _site.Now, TestContext.Current.CancellationToken);
        Assert.Equal((Entry.Value, Own), ($"{entry.Id}", Assert.Single(entry.Committees)));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public void Every_endpoint_has_a_line_and_every_line_an_endpoint()
    {
        Assert.Contains(Endpoints(), endpoint => endpoint.Route == "espace-cpne/personnes" && endpoint.Methods.SequenceEqual([HttpMethod.Get, HttpMethod.Post]));
        var routes = Endpoints().Select(endpoint => endpoint.Route).Distinct().ToList();
        Nothing([.. routes.Except(Lines.Select(line => line.Route)).Select(route => $"No line for {route}"), .. Lines.Select(line => line.Route).Except(routes).Select(route => $"No endpoint for {route}")]);
    }

    [Fact]
    public async Task Every_endpoint_answers_each_role_as_the_table_says()
    {
        await using var anonymous = new StaffClient(_site.Address, new Database.Accounts.Person { Name = "Personne" });
        var roles = new List<(string Name, Grant[] Grants, StaffClient Client)> { ("anonymous", [], anonymous) };
        foreach (var (name, grants) in Roles()) roles.Add((name, grants, await _site.SignInAsync(grants)));
        var faults = new List<string>();
        // Signing out comes last: who has done so is nobody.
        foreach (var (route, methods) in Endpoints().OrderBy(endpoint => endpoint.Route == "deconnexion"))
        {
            foreach (var (name, grants, client) in roles)
            {
                foreach (var (address, method, who) in Lines.Where(line => line.Route == route).SelectMany(line => line.Requests(methods, Samples)))
                {
                    var expected = Expected(who, grants, isSignedIn: client != anonymous);
                    var status = await StatusAsync(client, method, address);
                    if (!Fits(status, expected)) faults.Add($"{method.Method} {address} as {name}: {(int)status.Status} {status.Location}, expected {expected}");
                }
            }
        }
        foreach (var (_, _, client) in roles.Skip(1)) await client.DisposeAsync();
        Nothing(faults);
    }

    private static IEnumerable<(string Name, Grant[] Grants)> Roles() =>
    [
        ("signed in without grants", []),
        .. from permission in Enum.GetValues<Permission>().Where(Grant.IsOfCommittee)
           from committee in new[] { Own, Foreign }
           select ($"{permission} of {(committee == Own ? "the owner" : "another committee")}", new[] { new Grant(permission, committee) }),
        .. Enum.GetValues<Permission>().Where(permission => !Grant.IsOfCommittee(permission)).Select(permission => (permission.ToString(), new[] { new Grant(permission) })),
    ];

    /// <summary>Let in, sent to the sign-in page, or refused.</summary>
    private static string Expected(Who who, Grant[] grants, bool isSignedIn)
    {
        if (who == Who.Everybody) return "in";
        if (!isSignedIn) return "sign-in";
        bool Own(params Permission[] permissions) => permissions.Any(permission => grants.Contains(new Grant(permission, AccessMatrixTests.Own)));
        return who switch
        {
            Who.Staff => true,
            Who.RuleEditors => grants.Contains(new Grant(Permission.EditRules)),
            Who.ImportOperators => grants.Contains(new Grant(Permission.RunImports)),
            Who.Administrators => grants.Contains(new Grant(Permission.Administer)),
            Who.Writers => Own(Permission.WriteDrafts),
            Who.Reviewers => Own(Permission.Review),
            Who.Signers => Own(Permission.Sign),
            Who.WritersOrReviewers => Own(Permission.WriteDrafts, Permission.Review),
            Who.WritersOrSigners => Own(Permission.WriteDrafts, Permission.Sign),
            Who.AnyWriter => grants.Any(grant => grant.Permission == Permission.WriteDrafts),
            Who.AdministratorsOrAnyCommittee => grants.Any(grant => grant.Permission == Permission.Administer || grant.Committee is not null),
            Who.ImportOperatorsOrAnyWriter => grants.Any(grant => grant.Permission is Permission.RunImports or Permission.WriteDrafts),
            _ => Own(Permission.WriteDrafts, Permission.Review, Permission.Sign),
        } ? "in" : "refused";
    }

    /// <summary>A page that lets somebody in may still find nothing (404) or something to correct (400, 409) in a sample; a refused one says 403, or hides that there is something.</summary>
    private static bool Fits((HttpStatusCode Status, string? Location) answer, string expected) => expected switch
    {
        "sign-in" => answer is { Status: HttpStatusCode.Redirect, Location: { } location } && location.StartsWith("/connexion?retour=", StringComparison.Ordinal),
        "refused" => answer.Status == HttpStatusCode.Forbidden,
        _ => answer.Status is not HttpStatusCode.Forbidden and not HttpStatusCode.Unauthorized and < HttpStatusCode.InternalServerError
            && answer.Location?.StartsWith("/connexion?retour=", StringComparison.Ordinal) != true,
    };

    private static async Task<(HttpStatusCode Status, string? Location)> StatusAsync(StaffClient client, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        // With a token of one's own, for a form without one is refused to everybody, whatever their rights.
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(await client.TokenFieldAsync());
        using var answer = await client.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.ToString());
    }

    /// <summary>Tells all faults, which a comparison of lists would cut.</summary>
    private static void Nothing(List<string> faults) => Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

    private static Line[] Public(params string[] routes) => [.. routes.Select(route => new Line(route, Who.Everybody))];

    /// <summary>Pages and endpoints with their methods; files of the site are nobody's secret.</summary>
    private List<(string Route, HttpMethod[] Methods)> Endpoints() =>
    [
        .. from endpoint in _site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
           let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
           let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? (page is null ? ["GET"] : ["GET", .. Posts(page)])
           select (Plain(endpoint.RoutePattern.RawText ?? ""), methods.Where(method => method is "GET" or "POST").Select(method => HttpMethod.Parse(method)).ToArray()),
    ];

    private string[] Posts(PageActionDescriptor page)
    {
        var compiled = _site.Services.GetRequiredService<PageLoader>().LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty).GetAwaiter().GetResult();
        return compiled.HandlerMethods.Any(handler => string.Equals(handler.HttpMethod, "POST", StringComparison.OrdinalIgnoreCase)) ? ["POST"] : [];
    }

    /// <summary>A page called Index answers under two addresses, which are one line.</summary>
    private static string Plain(string route)
    {
        var plain = route.Trim('/');
        if (plain == "Index") return "";
        return plain.EndsWith("/Index", StringComparison.Ordinal) || (plain.Length > 0 && char.IsUpper(plain[0])) ? plain.Replace("/Index", "", StringComparison.Ordinal).ToLowerInvariant() : plain;
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:regex\(.*\)\?)?[^}]*\}")]
    private static partial Regex Hole();

    /// <param name="Route">As the page declares it, without the first slash.</param>
    /// <param name="Values">For the holes of this line, instead of the samples.</param>
    private sealed record Line(string Route, Who Who, params (string Name, string Value)[] Values)
    {
        /// <summary>Who may send; null for whoever may read.</summary>
        public Who? Write { get; init; }

        /// <summary>Who may send each of the forms that have a name.</summary>
        public (string Name, Who Who)[] Handlers { get; init; } = [];

        public IEnumerable<(string Address, HttpMethod Method, Who Who)> Requests(IEnumerable<HttpMethod> methods, IReadOnlyDictionary<string, string> samples) =>
        [
            .. methods.Select(method => (Address(samples), method, method == HttpMethod.Post ? Write ?? Who : Who)),
            .. Handlers.Select(handler => ($"{Address(samples)}?handler={handler.Name}", HttpMethod.Post, handler.Who)),
        ];

        public string Address(IReadOnlyDictionary<string, string> samples) => "/" + Hole().Replace(Route, hole =>
            Values.FirstOrDefault(value => value.Name == hole.Groups["name"].Value).Value ?? samples.GetValueOrDefault(hole.Groups["name"].Value, "essai"));
    }
}
