using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

/// <summary>An OpenID Connect provider of the tests, on a port of its own: discovery, keys, authorisation with PKCE, tokens signed with RSA. Whoever comes is <see cref="Someone"/>.</summary>
internal sealed class TinyProvider : IAsyncDisposable
{
    public const string ClientId = "portail";
    public const string ClientSecret = "secret des essais";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string? Nonce, string? Challenge)> _codes = new();

    private TinyProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        var security = new RsaSecurityKey(_key) { KeyId = "1" };
        _app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Authority,
            authorization_endpoint = $"{Authority}/authorize",
            token_endpoint = $"{Authority}/token",
            jwks_uri = $"{Authority}/keys",
            response_types_supported = new[] { "code" },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(false)) { KeyId = "1" });
            return new { keys = new[] { new { kty = key.Kty, kid = key.Kid, use = "sig", alg = "RS256", n = key.N, e = key.E } } };
        });
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            if (request.Query["client_id"] != ClientId || request.Query["response_type"] != "code") return Results.BadRequest();
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = (request.Query["nonce"], request.Query["code_challenge"]);
            return Results.Redirect(QueryHelpers.AddQueryString(request.Query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"] }));
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["client_secret"] != ClientSecret || !_codes.TryRemove(form["code"].ToString(), out var asked)) return Results.BadRequest(new { error = "invalid_grant" });
            if (asked.Challenge != WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))) return Results.BadRequest(new { error = "invalid_grant" });
            var claims = new Dictionary<string, object> { ["sub"] = Someone.Subject, ["email"] = Someone.Email, ["email_verified"] = Someone.IsVerified };
            if (asked.Nonce is not null) claims["nonce"] = asked.Nonce;
            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = ClientId,
                Claims = claims,
                IssuedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
                SigningCredentials = new SigningCredentials(security, SecurityAlgorithms.RsaSha256),
            });
            return Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = token });
        });
    }

    public string Authority => _app.Urls.First();

    public (string Subject, string Email, bool IsVerified) Someone { get; set; }

    public static async Task<TinyProvider> StartAsync()
    {
        var provider = new TinyProvider();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
