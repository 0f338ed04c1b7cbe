using Microsoft.AspNetCore.Mvc.Filters;

namespace CqpPortal.Web.Access;

/// <summary>Forgets a kept form once the same form has been sent and taken.</summary>
internal sealed class KeptFormFilter : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        await next();
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments(PortalAccess.StaffPath)) return;
        if (context.HttpContext.Response.StatusCode is < 300 or >= 400) return;
        var services = context.HttpContext.RequestServices;
        if (await services.GetRequiredService<CurrentPerson>().FindAsync() is { } person)
            await services.GetRequiredService<KeptForms>().ForgetAsync(person.Id, request.Path + request.QueryString, CancellationToken.None);
    }
}
