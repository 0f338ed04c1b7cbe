using System.Net.Http.Json;
using System.Text.Json;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Api;
using Xunit;

namespace CqpPortal.Web.Tests.Api;

/// <summary>The document that describes the API to programs says all that there is, in words.</summary>
public sealed class OpenApiTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_has_its_words_and_every_parameter_its_meaning()
    {
        var document = await site.Client.GetFromJsonAsync<JsonElement>(new Uri("/openapi/v1.json", UriKind.Relative), Stop);
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var tags = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => (Path: path.Name, operation.Value))).ToList();
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.Value.GetProperty("summary").GetString()), operation.Path);
            Assert.False(string.IsNullOrWhiteSpace(operation.Value.GetProperty("description").GetString()), operation.Path);
            Assert.Contains(operation.Value.GetProperty("tags")[0].GetString(), tags);
            if (!operation.Value.TryGetProperty("parameters", out var parameters)) return;
            Assert.All(parameters.EnumerateArray(), parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.GetProperty("description").GetString()), operation.Path));
        });
        Assert.Equal(
            [
                "/api/v1/branches", "/api/v1/branches/{idcc}", "/api/v1/certifications", "/api/v1/certifications/{id}", "/api/v1/certifications/{id}/frameworks", "/api/v1/changes",
                "/api/v1/eligibility/cpf", "/api/v1/eligibility/cpf/batch", "/api/v1/eligibility/proofs", "/api/v1/eligibility/routes", "/api/v1/eligibility/vae", "/api/v1/recognition",
                "/api/v1/registers", "/api/v1/registers/{number}", "/api/v1/registrations", "/api/v1/registrations/{number}",
            ], operations.Select(operation => operation.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parameter_of_a_question_is_told() =>
        Assert.All(QuestionKind.All, kind => Assert.Equal(kind.ParameterNames, QuestionWords.Of(kind).Select(parameter => parameter.Name)));
}
