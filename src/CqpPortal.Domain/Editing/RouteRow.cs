using CqpPortal.Domain.Certifications;

namespace CqpPortal.Domain.Editing;

/// <summary>An access route of which the committee says whether it is open, and who sits on its jury.</summary>
public sealed record RouteRow(AccessRouteCode Code, bool IsOpen, string Jury = "");
