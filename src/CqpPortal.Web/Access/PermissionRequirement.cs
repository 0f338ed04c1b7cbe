using CqpPortal.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace CqpPortal.Web.Access;

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

internal sealed class PermissionHandler(CurrentPerson current) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await current.FindAsync() is { } person && person.May(requirement.Permission)) context.Succeed(requirement);
    }
}
