using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>Refuses what is announced to be too heavy before anything of it is read: the check of the form's token would call it a form without one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MostBytesAttribute(long most) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the filters that read the form.</summary>
    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > most) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
