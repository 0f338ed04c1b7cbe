using Microsoft.OpenApi;

namespace CqpPortal.Web.Api;

/// <summary>How an endpoint is described to those who build on it: the OpenAPI document is made from it.</summary>
internal static class EndpointWords
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    extension(IEndpointRouteBuilder api)
    {
        public RouteHandlerBuilder MapRead(string pattern, Delegate handler) => api.MapMethods(pattern, Reading, handler);
    }

    extension(RouteHandlerBuilder endpoint)
    {
        public RouteHandlerBuilder Describe(string tag, string name, string summary, string description) =>
            endpoint.WithTags(tag).WithName(name).WithSummary(summary).WithDescription(description);

        /// <summary>Parameters of the address that the handler reads by itself.</summary>
        public RouteHandlerBuilder Takes(params IReadOnlyList<QueryParameter> parameters)
        {
            foreach (var parameter in parameters) endpoint.WithMetadata(parameter);
            return endpoint;
        }

        /// <summary>The body that the handler reads, and refuses, by itself.</summary>
        public RouteHandlerBuilder Reads(JsonSchemaType type, params IReadOnlyList<string> mediaTypes) => endpoint.WithMetadata(new ReadBody(type, mediaTypes));
    }
}

/// <param name="Values">The values that it may have; empty where any text may be tried.</param>
internal sealed record QueryParameter(string Name, string Description, params IReadOnlyList<string> Values)
{
    public bool IsRequired { get; init; }
}

internal sealed record ReadBody(JsonSchemaType Type, IReadOnlyList<string> MediaTypes);
