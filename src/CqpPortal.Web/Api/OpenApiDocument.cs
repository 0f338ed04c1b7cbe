using CqpPortal.Database.OpenData;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Startup;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CqpPortal.Web.Api;

/// <summary>The API described for programs (OpenAPI 3.1), made from the endpoints themselves.</summary>
internal static class OpenApiDocument
{
    private const string About =
        """
        Everything that the portal knows of CQP and CQPI, the certifications created by the branches of French economy. Reading needs no account.
        Answers are dated; what is not known is left out, or said to be undetermined. Errors are problems (RFC 9457). Documents carry an ETag.
        Version 1 grows and takes nothing back: new fields and new values may appear, those that exist keep their names and meanings. What would break a
        reader becomes version 2, announced twelve months ahead by the Deprecation and Sunset headers.
        """;

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Certifications"] = "The catalogue: search, and all that is published of a certification.",
        ["Registrations"] = "Registrations in the RNCP and the RS.",
        ["Branches"] = "Branches of activity, their OPCO and their committees.",
        ["Registers"] = "The registers as France compétences publishes them.",
        ["Changes"] = "What changed, in order.",
        ["Eligibility"] = "Who may use what, on which day: the same answers as the pages.",
    };

    private static readonly Dictionary<Type, IEnumerable<string>> NamedValues = new()
    {
        [typeof(AccessRouteCode)] = FacetValues.Route.Values,
        [typeof(RecognitionStatus)] = FacetValues.Recognition.Values,
    };

    extension(WebApplicationBuilder builder)
    {
        public void AddOpenApiDocument()
        {
            // What the schemas say is what is written.
            builder.Services.ConfigureHttpJsonOptions(options =>
            {
                options.SerializerOptions.Encoder = PublicJson.Writing.Encoder;
                options.SerializerOptions.DefaultIgnoreCondition = PublicJson.Writing.DefaultIgnoreCondition;
                foreach (var converter in PublicJson.Writing.Converters) options.SerializerOptions.Converters.Add(converter);
            });
            builder.Services.AddOpenApi("v1", options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true && endpoint.HttpMethod != HttpMethods.Head;
                options.AddDocumentTransformer((document, context, _) =>
                {
                    Introduce(document, context.ApplicationServices.GetRequiredService<Publisher>());
                    return Task.CompletedTask;
                });
                options.AddOperationTransformer((operation, context, _) =>
                {
                    Complete(operation, context);
                    return Task.CompletedTask;
                });
                options.AddSchemaTransformer((schema, context, _) =>
                {
                    if (!NamedValues.TryGetValue(context.JsonTypeInfo.Type, out var values)) return Task.CompletedTask;
                    schema.Type = JsonSchemaType.String;
                    schema.Enum = [.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)];
                    return Task.CompletedTask;
                });
            });
        }
    }

    private static void Introduce(Microsoft.OpenApi.OpenApiDocument document, Publisher publisher)
    {
        var site = document.Servers is [{ Url: { } address }, ..] ? address.TrimEnd('/') : "";
        document.Servers = [new OpenApiServer { Url = site }];
        document.Info = new OpenApiInfo
        {
            Title = "CqpPortal",
            Version = "1",
            Summary = "French CQP and CQPI certifications",
            Description = About,
            License = new OpenApiLicense { Name = OpenDataLicence.Name, Url = OpenDataLicence.Address },
            Contact = new OpenApiContact { Name = publisher.Name ?? "CqpPortal", Email = publisher.Email, Url = new Uri(site + "/contact", UriKind.RelativeOrAbsolute) },
        };
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }));
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters ??= [];
        foreach (var parameter in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameter>())
        {
            var values = parameter.Values.Select(value => (System.Text.Json.Nodes.JsonNode)value).ToList();
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Required = parameter.IsRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = values.Count == 0 ? null : values },
            });
        }
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ReadBody>().FirstOrDefault() is { } body)
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = body.MediaTypes.ToDictionary(type => type, type => new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = type == "text/csv" ? JsonSchemaType.String : body.Type, Items = body.Type == JsonSchemaType.Array && type != "text/csv" ? new OpenApiSchema() : null },
                }),
            };
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
            parameter.Description ??= "As the description of the operation says.";
    }
}
